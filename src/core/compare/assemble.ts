import type { Goal } from "../model/goal.ts";
import { type RunRef, refKey } from "../model/run.ts";
import type { Comparison, PrimaryMetric, RunRow } from "../model/views.ts";
import type { ComparedRun } from "./attributes.ts";
import { compareRuns } from "./compareRuns.ts";

/** A run to compare, with its row and what its experiment is judged by. */
export interface AssembledRun extends ComparedRun {
  readonly row: RunRow;
  readonly primary: PrimaryMetric | null;
}

/** A comparison of runs that were read; without a baseline among them the first is it. */
export function assemble(
  runs: readonly AssembledRun[],
  missing: readonly RunRef[],
  baseline: RunRef | null,
  goal: (metricKey: string) => Goal,
): Comparison {
  const rows = runs.map(({ row }) => row);
  return {
    runs: rows,
    experiments: runs.map(({ experimentName }) => experimentName),
    missing,
    baseline: rows.length > 0 ? Math.max(0, placeOf(rows, baseline)) : null,
    primary: agreed(runs.map(({ primary }) => primary)),
    ...compareRuns(runs, goal),
  };
}

function placeOf(rows: readonly RunRow[], wanted: RunRef | null): number {
  return wanted === null ? -1 : rows.findIndex(({ ref }) => refKey(ref) === refKey(wanted));
}

/** What all of the experiments are judged by; null where they do not agree. */
function agreed(primaries: readonly (PrimaryMetric | null)[]): PrimaryMetric | null {
  const [first = null] = primaries;
  return primaries.every((primary) => primary?.key === first?.key) ? first : null;
}
