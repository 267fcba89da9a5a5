import { paramText, shortId, shownName } from "./label.ts";
import { TELLING, tellingParams } from "./telling.ts";
import type { KeyValue } from "./text.ts";

interface Labelled {
  readonly name: string | null;
  readonly id: string;
  readonly params: readonly KeyValue[];
}

/** Characters of a value at most; a longer one keeps both its ends. */
const LENGTH = 60;
/** Stands for the value of the most telling param in a run that has none of those shown. */
const MISSING = "–";

/**
 * Labels that stand alone, where nothing can be dimmed beside them (the command line, exports): the name, where it tells
 * a run from its siblings; else the name, if any, and the params that do (`train · lr=0.1, max_depth=8`); the first 8 of
 * the id only where neither names nor params differ. One for each run, in their order; all different where ids are.
 */
export function distinctLabels(siblings: readonly Labelled[]): readonly string[] {
  const labels = siblings.map(({ name, id }) => shownName(name) ?? shortId(id));
  for (const [name, rows] of grouped(siblings)) {
    if (name !== null && rows.length === 1) continue;
    const texts = tellingTexts(rows.flatMap((row) => siblings[row] ?? []));
    for (const [i, row] of rows.entries()) labels[row] = joined([name, texts[i] ?? ""]);
  }
  return toldApart(labels, siblings);
}

function grouped(siblings: readonly Labelled[]): ReadonlyMap<string | null, readonly number[]> {
  const groups = new Map<string | null, number[]>();
  for (const [row, { name }] of siblings.entries()) {
    const shown = shownName(name);
    const rows = groups.get(shown);
    if (rows === undefined) groups.set(shown, [row]);
    else rows.push(row);
  }
  return groups;
}

/** What tells these runs apart; runs still alike after two params are told apart by params of their own. */
function tellingTexts(runs: readonly Labelled[]): readonly string[] {
  const shown = runs.map((): KeyValue[] => []);
  const cutParams = runs.map(({ params }) => params.map(({ key, value }) => ({ key, value: cut(value) })));
  divideFurther(
    runs.map((_, row) => row),
    cutParams,
    shown,
  );
  return shown.map((params) => paramText(params));
}

function divideFurther(rows: readonly number[], params: readonly (readonly KeyValue[])[], shown: KeyValue[][]): void {
  const siblings = rows.map((row) => ({ params: params[row] ?? [] }));
  const keys = tellingParams(siblings, TELLING);
  for (const group of alike(rows, params, keys, shown)) {
    const [row] = group;
    if (group.length > 1 && keys.length > 0) divideFurther(group, params, shown);
    else if (row !== undefined && shown[row]?.length === 0) shown[row] = [...missing(keys)];
  }
}

/** Adds to what is shown of each row its params of these keys, and groups the rows by them. */
function alike(
  rows: readonly number[],
  params: readonly (readonly KeyValue[])[],
  keys: readonly string[],
  shown: readonly KeyValue[][],
): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const own = keys.flatMap((key) => params[row]?.find((param) => param.key === key) ?? []);
    shown[row]?.push(...own);
    const text = paramText(own);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [row]);
    else group.push(row);
  }
  return groups.values();
}

function missing(keys: readonly string[]): readonly KeyValue[] {
  return keys.slice(0, 1).map((key) => ({ key, value: MISSING }));
}

function cut(value: string): string {
  return value.length <= LENGTH ? value : `${value.slice(0, LENGTH / 2)}…${value.slice(-LENGTH / 2)}`;
}

/** Adds ids where labels are still alike or empty: the first 8 where that is enough, else the whole. */
function toldApart(labels: readonly string[], runs: readonly Labelled[]): readonly string[] {
  const withShort = addWhereAlike(labels, (row) => shortId(runs[row]?.id ?? ""));
  return addWhereAlike(withShort, (row) => runs[row]?.id ?? "");
}

function addWhereAlike(labels: readonly string[], more: (row: number) => string): readonly string[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return labels.map((label, row) => (label === "" || counts.get(label) !== 1 ? joined([label, more(row)]) : label));
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}
