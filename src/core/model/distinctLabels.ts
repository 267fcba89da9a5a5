import type { CodedParams, Runs } from "./codedParams.ts";
import { paramText, shortId, shownName } from "./label.ts";
import { besideLabel, tellApart } from "./tellApart.ts";
import { TELLING } from "./telling.ts";
import type { KeyValue } from "./text.ts";

/** The runs of one experiment. */
export interface Siblings {
  readonly all: Runs;
  /** Those that are not deleted. */
  readonly active: Runs;
  readonly params: CodedParams;
  name(run: number): string | null;
  id(run: number): string;
}

export interface RunLabel {
  readonly label: string;
  /** Up to two params that tell the run from its siblings and are not in the label. */
  readonly telling: readonly KeyValue[];
}

/**
 * What runs are called, everywhere: the name, where it tells a run from its siblings; else the name, if any, and the
 * params that do (`train · lr=0.1, max_depth=8`); the first 8 of the id only where neither names nor params differ. All
 * different where ids are. Deleted runs are siblings of the rest, but not the other way round: a label does not depend
 * on what is not shown.
 */
export function labelRuns(siblings: Siblings): ReadonlyMap<number, RunLabel> {
  const labels = new Map(labelled(siblings.active, siblings));
  if (labels.size === siblings.all.length) return labels;
  for (const [run, label] of labelled(siblings.all, siblings)) if (!labels.has(run)) labels.set(run, label);
  return labels;
}

function labelled(runs: Runs, siblings: Siblings): [number, RunLabel][] {
  const { params, id } = siblings;
  const labels = new Map<number, string>();
  const said = new Map<number, readonly KeyValue[]>();
  const names = byName(runs, siblings);
  for (const [name, group] of names) {
    const apart = name !== null && group.length === 1 ? null : tellApart(group, params);
    for (const run of group) {
      const own = apart?.get(run) ?? [];
      said.set(run, own);
      labels.set(run, joined([name, paramText(own)]));
    }
  }
  // Where all have one name, or none, the labels say it all.
  const telling = names.size > 1 ? tellApart(runs, params, TELLING) : said;
  const withShort = addWhereAlike(labels, (run) => shortId(id(run)));
  return [...addWhereAlike(withShort, id)].map(([run, label]) => {
    return [run, { label, telling: besideLabel(telling.get(run) ?? [], said.get(run) ?? []) }];
  });
}

/** The runs of each name as it is shown; null for those that have none. */
function byName(runs: Runs, { name }: Siblings): ReadonlyMap<string | null, readonly number[]> {
  const groups = new Map<string | null, number[]>();
  for (const run of runs) {
    const shown = shownName(name(run));
    const group = groups.get(shown);
    if (group === undefined) groups.set(shown, [run]);
    else group.push(run);
  }
  return groups;
}

function addWhereAlike(labels: ReadonlyMap<number, string>, more: (run: number) => string): Map<number, string> {
  const counts = new Map<string, number>();
  for (const label of labels.values()) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Map(
    [...labels].map(([run, label]) => {
      const isAlike = label === "" || counts.get(label) !== 1;
      return [run, isAlike ? joined([label, more(run)]) : label];
    }),
  );
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}
