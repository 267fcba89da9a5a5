import { byNature } from "../../../../core/model/naturalOrder.ts";
import type { Column, ColumnProfile, RunAttribute } from "../../../../core/model/runsTable.ts";
import type { PrimaryMetric } from "../../../../core/model/views.ts";

/** Of what a table is made where nobody chose. */
export interface Choice {
  readonly profiles: readonly ColumnProfile[];
  readonly primary: PrimaryMetric | null;
  /** Params that tell runs from their siblings, most telling first. */
  readonly telling: readonly string[];
  readonly isOfSeveralExperiments: boolean;
}

const METRICS = 5;
const PARAMS = 6;

/** Label, status, start and duration, the primary metric and a few others, then the params that tell runs apart. */
export function defaultColumns({ profiles, primary, telling, isOfSeveralExperiments }: Choice): readonly Column[] {
  const attributes: RunAttribute[] = ["label", "status", "start", "duration"];
  if (isOfSeveralExperiments) attributes.splice(1, 0, "experiment");
  return [
    ...attributes.map((key): Column => ({ kind: "attribute", key })),
    ...metrics(profiles, primary).map((key): Column => ({ kind: "metric", key, value: "last" })),
    ...params(profiles, telling).map((key): Column => ({ kind: "param", key })),
  ];
}

/** The primary one, then those most runs have; of equally frequent ones, those known to be good high or low first. */
function metrics(profiles: readonly ColumnProfile[], primary: PrimaryMetric | null): string[] {
  const others = profiles
    .filter(({ column, constant }) => column.kind === "metric" && column.key !== primary?.key && !constant)
    .filter(({ column }) => !column.key.startsWith("system/"))
    .sort(
      (a, b) =>
        b.present - a.present ||
        Number(a.goal === "unknown") - Number(b.goal === "unknown") ||
        byNature(a.column.key, b.column.key),
    )
    .map(({ column }) => column.key);
  return [...(primary === null ? [] : [primary.key]), ...others].slice(0, METRICS);
}

/** The telling ones, then the others that differ: those that group runs before those all different, as a seed or a path is. */
function params(profiles: readonly ColumnProfile[], telling: readonly string[]): string[] {
  const known = profiles.filter(({ column, constant }) => column.kind === "param" && !constant);
  const keys = new Set(known.map(({ column }) => column.key));
  const others = known
    .filter(({ distinct, missing }) => distinct > 1 || missing > 0)
    .sort(
      (a, b) =>
        Number(isAllDifferent(a)) - Number(isAllDifferent(b)) ||
        spread(b) - spread(a) ||
        byNature(a.column.key, b.column.key),
    )
    .map(({ column }) => column.key);
  return [...new Set([...telling.filter((key) => keys.has(key)), ...others])].slice(0, PARAMS);
}

function isAllDifferent({ distinct, present }: ColumnProfile): boolean {
  return distinct === present && distinct > 1;
}

/** Entropy in bits, as far as the most frequent values tell: the others are taken to be equally frequent. */
function spread({ present, missing, distinct, top }: ColumnProfile): number {
  const runs = present + missing;
  const counted = top.reduce((sum, { count }) => sum + count, 0);
  const rest = Math.max(0, distinct - top.length);
  const parts = [...top.map(({ count }) => count), missing];
  const share = rest === 0 ? 0 : (present - counted) / rest;
  return [...parts, ...Array.from({ length: rest }, () => share)].reduce((sum, count) => sum + bits(count / runs), 0);
}

function bits(share: number): number {
  return share > 0 ? -share * Math.log2(share) : 0;
}
