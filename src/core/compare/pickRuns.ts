import { bestIndices } from "../model/best.ts";
import type { ComparedDataset, ComparedList, ComparedModel } from "../model/comparedParts.ts";
import { type RunRef, refKey } from "../model/run.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../model/views.ts";
import { differs } from "./columns.ts";
import { MODEL_LISTS } from "./parts/modelRows.ts";

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

/** The models of some runs, in the order given, out of those of `held`: a run that is not held has none. */
export function pickModels(
  models: readonly ComparedModel[],
  held: readonly RunRef[],
  refs: readonly RunRef[],
): readonly ComparedModel[] {
  const known = new Map(held.map((ref, place) => [refKey(ref), place]));
  const places = refs.map((ref) => known.get(refKey(ref)) ?? -1);
  const picked = models.map((model) => ({
    name: model.name,
    reasons: places.map((place) => model.reasons[place] ?? null),
    facts: pickList(model.facts, places),
    inputs: pickList(model.inputs, places),
    outputs: pickList(model.outputs, places),
    packages: pickList(model.packages, places),
  }));
  return picked.filter(
    ({ reasons, ...lists }) =>
      reasons.some((reason) => reason !== null) || MODEL_LISTS.some((list) => lists[list].rows.length > 0),
  );
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
  const picked = rows.map((row) => {
    const values = places.map((place) => row.values[place] ?? null);
    return { ...row, values, differs: differs(values) };
  });
  return { rows: picked.filter(hasAny), hidden };
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
