import { bestIndices } from "../model/best.ts";
import type { ComparedDataset, ComparedList, ComparedModel } from "../model/comparedParts.ts";
import { type RunRef, refKey } from "../model/run.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../model/views.ts";
import { differs } from "./columns.ts";

/** The comparison of some of its runs, in the order given; keys that none of them has are left out. */
export function pickRuns(comparison: Comparison, refs: readonly RunRef[], baseline: RunRef | null): Comparison {
  const places = placesOf(comparison, refs);
  const found = new Set(refs.map(refKey));
  const wanted = baseline === null ? -1 : places.findIndex((place) => isRun(comparison, place, baseline));
  const pick = <T>(all: readonly T[]): readonly T[] => pickFrom(all, places);
  const values = (rows: readonly ComparedValue[]) => pickValues(rows, places);
  return {
    ...comparison,
    runs: pick(comparison.runs),
    experiments: pick(comparison.experiments),
    missing: comparison.missing.filter((ref) => found.has(refKey(ref))),
    baseline: places.length === 0 ? null : Math.max(0, wanted),
    metrics: comparison.metrics.map((metric) => pickMetric(metric, places)).filter(hasAny),
    params: values(comparison.params),
    tags: values(comparison.tags),
    attributes: values(comparison.attributes),
    datasets: comparison.datasets.map((dataset) => pickDataset(dataset, places)).filter(hasAny),
    notes: pick(comparison.notes),
  };
}

/** The models of some of the runs of a comparison, in the order given. */
export function pickModels(
  models: readonly ComparedModel[],
  comparison: Comparison,
  refs: readonly RunRef[],
): readonly ComparedModel[] {
  const places = placesOf(comparison, refs);
  return models.map((model) => ({
    name: model.name,
    reasons: pickFrom(model.reasons, places),
    facts: pickList(model.facts, places),
    inputs: pickList(model.inputs, places),
    outputs: pickList(model.outputs, places),
    packages: pickList(model.packages, places),
  }));
}

/** Columns of the runs wanted that there are. */
function placesOf({ runs }: Comparison, refs: readonly RunRef[]): readonly number[] {
  const places = new Map(runs.map(({ ref }, place) => [refKey(ref), place]));
  return refs.flatMap((ref) => places.get(refKey(ref)) ?? []);
}

function isRun({ runs }: Comparison, place: number, ref: RunRef): boolean {
  const row = runs[place];
  return row !== undefined && refKey(row.ref) === refKey(ref);
}

function pickFrom<T>(all: readonly T[], places: readonly number[]): readonly T[] {
  return places.flatMap((place) => all.slice(place, place + 1));
}

function pickMetric(metric: ComparedMetric, places: readonly number[]): ComparedMetric {
  const values = pickFrom(metric.values, places);
  const last = values.map((value) => value?.last.value ?? null);
  return {
    ...metric,
    values,
    best: bestIndices(last, metric.goal),
    differs: differs(last),
    hasSteps: values.some((value) => value !== null && value.count > 1),
  };
}

function pickValues(rows: readonly ComparedValue[], places: readonly number[]): readonly ComparedValue[] {
  const picked = rows.map((row) => {
    const values = pickFrom(row.values, places);
    return { ...row, values, differs: differs(values) };
  });
  return picked.filter(hasAny);
}

function pickList({ rows, hidden }: ComparedList, places: readonly number[]): ComparedList {
  return { rows: pickValues(rows, places), hidden };
}

function pickDataset(dataset: ComparedDataset, places: readonly number[]): ComparedDataset {
  const values = pickFrom(dataset.values, places);
  return {
    ...dataset,
    values,
    differs: differs(values.map((facts) => facts?.digest ?? null)),
    columns: pickList(dataset.columns, places),
  };
}

function hasAny({ values }: { readonly values: readonly unknown[] }): boolean {
  return values.some((value) => value !== null);
}
