import { paramNumbers } from "../../index/columns/paramNumbers.ts";
import { sortedByNature } from "../../model/naturalOrder.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../../model/views.ts";

/** One column over the runs of a comparison, in their order, as charts of many runs draw it. */
export type RunColumn = NumberColumn | CategoryColumn;

interface Named {
  readonly of: "metric" | "param" | "attribute";
  readonly key: string;
  /** Runs that have no value. */
  readonly missing: number;
}

export interface NumberColumn extends Named {
  readonly kind: "number";
  /** NaN where a run has none. */
  readonly values: Float64Array;
  /** Of the finite ones; null where there are none. */
  readonly range: readonly [least: number, greatest: number] | null;
  /** Whether a logarithmic axis shows more: all above 0, over three decades or more, most of them far below the greatest. */
  readonly isLogarithmic: boolean;
}

export interface CategoryColumn extends Named {
  readonly kind: "category";
  /** Index into `categories`; -1 where a run has none. */
  readonly codes: Int32Array;
  /** In natural order. */
  readonly categories: readonly string[];
}

/** Attributes worth an axis; `start` and `duration` are numbers. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  "start",
  "duration",
  "status",
  "user",
  "experiment",
  "source",
  "branch",
]);

/** Metrics by their last values, then params, then attributes that vary. */
export function runColumns(comparison: Pick<Comparison, "metrics" | "params" | "attributes">): readonly RunColumn[] {
  const attributes = comparison.attributes.filter(({ key, differs }) => differs && ATTRIBUTES.has(key));
  return [
    ...comparison.metrics.map(metricColumn),
    ...comparison.params.map((param) => textColumn("param", param)),
    ...attributes.map((attribute) => textColumn("attribute", attribute)),
  ];
}

/** A column of cells, as tables have them: texts, or numbers; null for none. */
export function columnOfCells(of: Named["of"], key: string, cells: readonly (string | number | null)[]): RunColumn {
  if (of === "metric" || cells.some((cell) => typeof cell === "number")) {
    const values = Float64Array.from(cells, (cell) => (typeof cell === "number" ? cell : Number.NaN));
    return { kind: "number", of, key, missing: missingIn(cells), values, ...scaleOf(values) };
  }
  const values = cells.map((cell) => (cell === null ? null : String(cell)));
  return textColumn(of, { key, values, differs: true });
}

function metricColumn({ key, values }: ComparedMetric): NumberColumn {
  const last = Float64Array.from(values, (value) => value?.last.value ?? Number.NaN);
  return { kind: "number", of: "metric", key, missing: missingIn(values), values: last, ...scaleOf(last) };
}

function textColumn(of: "param" | "attribute", value: ComparedValue): RunColumn {
  return numberColumn(of, value) ?? categoryColumn(of, value);
}

/** A param as numbers, where all runs that have it have one; else null. */
export function numberColumn(of: "param" | "attribute", { key, values }: ComparedValue): NumberColumn | null {
  const present = [...values.keys()].filter((run) => values[run] !== null);
  const numbers = paramNumbers(present, (run) => values[run] ?? "");
  if (numbers === null) return null;
  const all = new Float64Array(values.length).fill(Number.NaN);
  for (const [i, run] of present.entries()) all[run] = numbers[i] ?? Number.NaN;
  return { kind: "number", of, key, missing: values.length - present.length, values: all, ...scaleOf(all) };
}

function categoryColumn(of: "param" | "attribute", { key, values }: ComparedValue): CategoryColumn {
  const categories = sortedByNature([...new Set(values.filter((value) => value !== null))]);
  const known = new Map(categories.map((value, code) => [value, code]));
  const codes = Int32Array.from(values, (value) => (value === null ? -1 : (known.get(value) ?? -1)));
  return { kind: "category", of, key, missing: missingIn(values), codes, categories };
}

function missingIn(values: readonly unknown[]): number {
  return values.reduce<number>((count, value) => (value === null ? count + 1 : count), 0);
}

const DECADES = 1000;

function scaleOf(values: Float64Array): Pick<NumberColumn, "range" | "isLogarithmic"> {
  const finite = values.filter(Number.isFinite).sort();
  const [least, greatest] = [finite[0], finite.at(-1)];
  if (least === undefined || greatest === undefined) return { range: null, isLogarithmic: false };
  const middle = finite[finite.length >> 1] ?? greatest;
  const isLogarithmic = least > 0 && greatest / least >= DECADES && middle < greatest / 10;
  return { range: [least, greatest], isLogarithmic };
}
