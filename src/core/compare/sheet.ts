import { shortNumber } from "../model/numberText.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../model/views.ts";
import { differs as differ } from "./columns.ts";
import { deltaOf } from "./delta.ts";
import { signedPercent } from "./verdict/numbers.ts";

/** A comparison laid out for a face that writes text: rows are keys, columns are runs. */
export interface Sheet {
  readonly runs: readonly string[];
  readonly sections: readonly SheetSection[];
}

export type SectionKind = "metrics" | "params" | "tags" | "attributes";

export interface SheetSection {
  readonly kind: SectionKind;
  readonly rows: readonly SheetRow[];
  /** Keys left out because they are the same in all runs. */
  readonly hidden: number;
}

export interface SheetRow {
  readonly key: string;
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  /** What the run has, with every digit; null where it has nothing. */
  readonly value: string | null;
  /** The same in short. */
  readonly text: string;
  /** How a metric differs from the baseline: `-3.6 %`, `+0.4`; null where it is no comparison. */
  readonly delta: string | null;
  readonly isBest: boolean;
}

export interface SheetOptions {
  /** Keys that are the same in all runs too. */
  readonly all: boolean;
  readonly baseline: number;
  /** Writes out a time or a duration for people. */
  attribute(key: string, value: string): string;
}

/** Attributes that a column's heading says. */
const SAID = new Set(["name"]);

/** Lays out a comparison; `names` are what its runs are called. */
export function sheetOf(comparison: Comparison, names: readonly string[], options: SheetOptions): Sheet {
  const { metrics, params, tags, attributes } = comparison;
  const shown = attributes.filter(({ key }) => !SAID.has(key));
  const rest: readonly (readonly [SectionKind, readonly ComparedValue[]])[] = [
    ["params", params],
    ["tags", tags],
    ["attributes", shown],
  ];
  const sections = [
    section("metrics", metrics, options.all, (metric) => metricRow(metric, options.baseline)),
    ...rest.map(([kind, values]) => section(kind, values, options.all, (value) => valueRow(kind, value, options))),
  ];
  return { runs: names, sections: sections.filter(({ rows, hidden }) => rows.length + hidden > 0) };
}

function section<T extends { readonly differs: boolean }>(
  kind: SectionKind,
  values: readonly T[],
  all: boolean,
  row: (value: T) => SheetRow,
): SheetSection {
  const shown = all ? values : values.filter(({ differs }) => differs);
  return { kind, rows: shown.map(row), hidden: values.length - shown.length };
}

function metricRow({ key, values, best }: ComparedMetric, baseline: number): SheetRow {
  const last = values.map((value) => value?.last.value ?? null);
  const base = last[baseline] ?? null;
  const texts = textsOf(last);
  const cells = last.map((value, i) => ({
    value: value === null ? null : exactNumber(value),
    text: texts[i] ?? "",
    delta: i === baseline ? null : deltaText(value, base),
    isBest: best.includes(i),
  }));
  return { key, cells };
}

/** Numbers in short; those that differ but look the same in full. */
function textsOf(values: readonly (number | null)[]): readonly string[] {
  const short = values.map((value) => (value === null ? "" : shortNumber(value)));
  const alike = differ(values) && !differ(short);
  return alike ? values.map((value) => (value === null ? "" : exactNumber(value))) : short;
}

function exactNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A share with its sign, the plain difference where a share says nothing; null where either is no finite number. */
export function deltaText(value: number | null, base: number | null): string | null {
  const delta = deltaOf(value, base);
  if (delta === null) return null;
  if (delta.absolute === 0) return "=";
  const percent = delta.relative === null ? null : signedPercent(delta.relative);
  return percent ?? `${delta.absolute < 0 ? "-" : "+"}${shortNumber(Math.abs(delta.absolute))}`;
}

function valueRow(kind: SectionKind, { key, values }: ComparedValue, options: SheetOptions): SheetRow {
  const textOf = (value: string): string => (kind === "attributes" ? options.attribute(key, value) : value);
  const cells = values.map((value) => ({
    value,
    text: value === null ? "" : textOf(value),
    ...{ delta: null, isBest: false },
  }));
  return { key, cells };
}
