import type { ComparedRun } from "../../core/compare/attributes.ts";
import { compareRuns } from "../../core/compare/compareRuns.ts";
import { grouped } from "../../core/compare/grouped.ts";
import { goalOf } from "../../core/model/goal.ts";
import { type RunRecord, type RunRef, refKey } from "../../core/model/run.ts";
import type { Comparison, PrimaryMetric, RunRow } from "../../core/model/views.ts";
import type { Session } from "../indexing/session.ts";
import { rowOf, selectContext } from "./storeAnswers.ts";

/** Runs of any stores side by side, read from the disk now; without a baseline among them the first is it. */
export async function comparisonOf(
  refs: readonly RunRef[],
  baseline: RunRef | null,
  sessionOf: (store: string) => Session | null,
): Promise<Comparison> {
  const rows: RunRow[] = [];
  const runs: ComparedRun[] = [];
  const missing: RunRef[] = [];
  // Where stores of several repositories are compared, the first one speaks.
  let goal: typeof goalOf | null = null;
  const primaries: (PrimaryMetric | null)[] = [];
  const records = await recordsOf(refs, sessionOf);
  for (const ref of refs) {
    const session = sessionOf(ref.store);
    const record = records.get(refKey(ref));
    const row = session && rowOf(session.index, selectContext(session.index), ref.experiment, ref.run);
    if (!session || !record || !row) {
      missing.push(ref);
      continue;
    }
    const { index } = session;
    goal ??= (key) => index.goalOf(key);
    primaries.push(index.overviews.of(ref.experiment).primary);
    const experimentName = index.folder(ref.experiment)?.experiment.name ?? ref.experiment;
    rows.push(row);
    runs.push({ record, status: row.status, experimentName, storeLabel: index.ref.label });
  }
  const parts = compareRuns(runs, goal ?? goalOf);
  const experiments = runs.map((run) => run.experimentName);
  return {
    runs: rows,
    experiments,
    missing,
    baseline: rows.length > 0 ? Math.max(0, placeOf(rows, baseline)) : null,
    primary: agreed(primaries),
    ...parts,
  };
}

/** The runs by their refs, those of one experiment read together. */
async function recordsOf(
  refs: readonly RunRef[],
  sessionOf: (store: string) => Session | null,
): Promise<ReadonlyMap<string, RunRecord>> {
  const found = new Map<string, RunRecord>();
  for (const group of grouped(refs, ({ store, experiment }) => `${store}\n${experiment}`).values()) {
    const [first] = group;
    if (!first) continue;
    const { store, experiment } = first;
    const folders = group.map(({ run }) => run);
    const records = (await sessionOf(store)?.records(experiment, folders)) ?? [];
    for (const record of records) found.set(refKey({ store, experiment, run: record.info.folder }), record);
  }
  return found;
}

function placeOf(rows: readonly RunRow[], wanted: RunRef | null): number {
  return wanted === null ? -1 : rows.findIndex(({ ref }) => refKey(ref) === refKey(wanted));
}

/** What all of the experiments are judged by; null where they do not agree. */
function agreed(primaries: readonly (PrimaryMetric | null)[]): PrimaryMetric | null {
  const [first = null] = primaries;
  return primaries.every((primary) => primary?.key === first?.key) ? first : null;
}
