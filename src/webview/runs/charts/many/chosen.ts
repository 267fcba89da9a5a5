import type { NumberColumn, RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { correlationsWith } from "../../../../core/compare/manyRuns/correlations.ts";
import type { Goal } from "../../../../core/model/goal.ts";
import { goalOf } from "../../../../core/model/goal.ts";
import type { ManyState } from "../../../../protocol/chartState.ts";
import { columnKey } from "../../../ui/chart/items/columnScale.ts";
import { isNumber, type RunSet } from "./runSet.ts";

/** The columns that the charts of many runs show: those chosen, or at first those that say most. */
export interface ChosenColumns {
  /** Null where no run has a number for any metric that differs. */
  readonly y: NumberColumn | null;
  readonly goal: Goal;
  readonly x: NumberColumn | null;
  readonly color: RunColumn | null;
  readonly size: NumberColumn | null;
  readonly group: RunColumn | null;
  readonly axes: readonly RunColumn[];
  isLog(column: RunColumn): boolean;
}

const AXES_AT_FIRST = 7;
const MOST_CATEGORIES = 40;
/** A box a value makes no sense for more of them. */
export const MOST_GROUPS = 50;

export function chosenColumns({ columns, primary }: RunSet, state: ManyState): ChosenColumns {
  const find = (key: string | null): RunColumn | undefined => columns.find((column) => columnKey(column) === key);
  const numbers = columns.filter(isNumber);
  const metrics = numbers.filter(({ of }) => of === "metric");
  const chosenY = find(state.y);
  const y =
    (isNumber(chosenY) ? chosenY : undefined) ?? metrics.find(({ key }) => key === primary?.key) ?? metrics[0] ?? null;
  const telling = y === null ? [] : byCorrelation(columns, y);
  const chosenX = find(state.x);
  const x =
    (isNumber(chosenX) ? chosenX : undefined) ??
    telling.find(isNumber) ??
    numbers.find((column) => column !== y) ??
    null;
  const chosenSize = find(state.size);
  const chosenAxes = state.axes?.flatMap((key) => find(key) ?? []) ?? [];
  return {
    y,
    goal: y === null ? "unknown" : y.key === primary?.key ? primary.goal : goalOf(y.key),
    x,
    color: find(state.color) ?? null,
    size: isNumber(chosenSize) ? chosenSize : null,
    group: find(state.group) ?? groupable(columns)[0] ?? null,
    axes: chosenAxes.length >= 2 ? chosenAxes : axesAtFirst(telling, y),
    isLog: (column) =>
      state.logs === null ? isNumber(column) && column.isLogarithmic : state.logs.includes(columnKey(column)),
  };
}

/** What is not a metric, the numbers that go most with one first, then the rest. */
function byCorrelation(columns: readonly RunColumn[], y: NumberColumn): readonly RunColumn[] {
  const strength = new Map(correlationsWith(y.values, columns).map((one) => [columnKey(one), Math.abs(one.rho)]));
  const rank = (column: RunColumn): number => strength.get(columnKey(column)) ?? -1;
  return columns.filter(({ of }) => of !== "metric").toSorted((a, b) => rank(b) - rank(a));
}

/** Params before attributes, the metric last. */
function axesAtFirst(telling: readonly RunColumn[], y: NumberColumn | null): readonly RunColumn[] {
  const usable = telling.filter((column) => isNumber(column) || column.categories.length <= MOST_CATEGORIES);
  const params = usable.filter(({ of }) => of === "param");
  const chosen = params.length > 0 ? params : usable;
  return [...chosen.slice(0, AXES_AT_FIRST), ...(y === null ? [] : [y])];
}

/** Columns that some runs share a value of. */
export function groupable(columns: readonly RunColumn[]): readonly RunColumn[] {
  return columns.filter((column) => {
    if (column.of === "metric") return false;
    const values = column.kind === "category" ? column.categories.length : new Set(column.values).size;
    const runs = column.kind === "category" ? column.codes.length : column.values.length;
    return values <= MOST_GROUPS && values < runs;
  });
}
