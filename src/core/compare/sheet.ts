import type { ComparedModel } from "../model/comparedParts.ts";
import { shortNumber } from "../model/numberText.ts";
import type { Translate } from "../model/timeText.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../model/views.ts";
import { differs as differ } from "./columns.ts";
import { deltaOf } from "./delta.ts";
import { datasetRows } from "./parts/datasetRows.ts";
import { MODEL_LISTS, type ModelList, modelRows } from "./parts/modelRows.ts";
import { signedPercent } from "./verdict/numbers.ts";

/** A comparison laid out for a face that writes text: rows are keys, columns are runs. */
export interface Sheet {
  readonly runs: readonly string[];
  readonly sections: readonly SheetSection[];
}

export type SectionKind = "metrics" | "params" | "tags" | "attributes" | "datasets" | ModelSection;
type ModelSection = "model" | "inputs" | "outputs" | "packages";

export interface SheetSection {
  readonly kind: SectionKind;
  readonly rows: readonly SheetRow[];
  /** Keys left out because they are the same in all runs. */
  readonly hidden: number;
  /** Keys left out because there are too many. */
  readonly cut: number;
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
  readonly t: Translate;
}

/** Attributes that a column's heading says. */
const SAID = new Set(["name"]);

const SECTIONS: Readonly<Record<ModelList, ModelSection>> = {
  ...{ facts: "model", inputs: "inputs", outputs: "outputs", packages: "packages" },
};

interface Values {
  readonly kind: SectionKind;
  readonly values: readonly ComparedValue[];
  readonly cut: number;
}

/** Lays out a comparison and the models of its runs; `names` are what the runs are called. */
export function sheetOf(
  comparison: Comparison,
  models: readonly ComparedModel[],
  names: readonly string[],
  options: SheetOptions,
): Sheet {
  const { metrics, params, tags, attributes, datasets } = comparison;
  const shown = attributes.filter(({ key }) => !SAID.has(key));
  const rest: readonly Values[] = [
    { kind: "params", values: params, cut: 0 },
    { kind: "tags", values: tags, cut: 0 },
    { kind: "attributes", values: shown, cut: 0 },
    {
      kind: "datasets",
      values: datasets.flatMap((dataset) => datasetRows(dataset, options.t)),
      cut: datasets.reduce((sum, { columns }) => sum + columns.hidden, 0),
    },
    ...MODEL_LISTS.map((list) => modelValues(models, list, options.t)),
  ];
  const sections = [
    section("metrics", metrics, 0, options.all, (metric) => metricRow(metric, options.baseline)),
    ...rest.map(({ kind, values, cut }) =>
      section(kind, values, cut, options.all, (value) => valueRow(kind, value, options)),
    ),
  ];
  return { runs: names, sections: sections.filter(({ rows, hidden, cut }) => rows.length + hidden + cut > 0) };
}

/** One list of all models; where there are several, a key says whose it is. */
function modelValues(models: readonly ComparedModel[], list: ModelList, t: Translate): Values {
  const values = models.flatMap((model) => {
    const rows = modelRows(model, list, t);
    return models.length === 1 ? rows : rows.map((row) => ({ ...row, key: `${model.name} › ${row.key}` }));
  });
  return { kind: SECTIONS[list], values, cut: models.reduce((sum, model) => sum + model[list].hidden, 0) };
}

function section<T extends { readonly differs: boolean }>(
  kind: SectionKind,
  values: readonly T[],
  cut: number,
  all: boolean,
  row: (value: T) => SheetRow,
): SheetSection {
  const shown = all ? values : values.filter(({ differs }) => differs);
  return { kind, rows: shown.map(row), hidden: values.length - shown.length, cut };
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
