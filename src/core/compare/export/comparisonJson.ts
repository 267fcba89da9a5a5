import type { ComparedDataset, ComparedModel } from "../../model/comparedParts.ts";
import { toJsonNumber, toJsonText } from "../../model/jsonNumber.ts";
import type { Verdict } from "../../model/verdict.ts";
import type { ComparedMetric, ComparedValue, Comparison } from "../../model/views.ts";
import { deltaOf } from "../delta.ts";

/**
 * A comparison as JSON, a part a line: the verdict, the runs, and by key what they have, a value a run in their order
 * (null for none). Numbers that JSON cannot say are texts, as in MLflow's own.
 */
export function comparisonJson(
  comparison: Comparison,
  models: readonly ComparedModel[],
  verdict: Verdict,
  names: readonly string[],
  all: boolean,
): string {
  const { runs, experiments, metrics, params, tags, attributes, datasets } = comparison;
  const shown = <T extends { readonly differs: boolean }>(list: readonly T[]): readonly T[] =>
    all ? list : list.filter(({ differs }) => differs);
  const parts: Readonly<Record<string, unknown>> = {
    verdict: verdict.sentence,
    outcome: verdict.outcome,
    metric: verdict.metric,
    baseline: idAt(comparison, verdict.baseline),
    best: verdict.best.map((run) => idAt(comparison, run)),
    runs: runs.map((run, i) => ({
      run_id: run.id,
      name: names[i],
      experiment: experiments[i],
      status: run.status,
      ...{ start_time: run.start, end_time: run.end },
    })),
    metrics: byKey(shown(metrics), (metric) => metricJson(metric, verdict.baseline ?? 0)),
    params: byKey(shown(params), valueJson),
    tags: byKey(shown(tags), valueJson),
    attributes: byKey(shown(attributes), valueJson),
    datasets: shown(datasets).map(datasetJson),
    models: models.map((model) => ({
      name: model.name,
      facts: listJson(shown(model.facts.rows)),
      inputs: listJson(shown(model.inputs.rows)),
      outputs: listJson(shown(model.outputs.rows)),
      packages: listJson(shown(model.packages.rows)),
      unread: model.reasons,
    })),
    same: {
      metrics: metrics.length - shown(metrics).length,
      params: params.length - shown(params).length,
      tags: tags.length - shown(tags).length,
      attributes: attributes.length - shown(attributes).length,
    },
  };
  const lines = Object.entries(parts).map(([name, part]) => `${JSON.stringify(name)}: ${toJsonText(part)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function idAt({ runs }: Comparison, run: number | null): string | null {
  return run === null ? null : (runs[run]?.id ?? null);
}

function byKey<T extends { readonly key: string }>(list: readonly T[], json: (one: T) => unknown): unknown {
  return Object.fromEntries(list.map((one) => [one.key, json(one)]));
}

function metricJson({ goal, values, best, differs }: ComparedMetric, baseline: number) {
  const last = values.map((value) => value?.last.value ?? null);
  const deltas = last.map((value) => deltaOf(value, last[baseline] ?? null));
  return {
    ...{ goal, differs, best },
    values: last.map((value) => (value === null ? null : toJsonNumber(value))),
    deltas: deltas.map((delta) => delta && toJsonNumber(delta.absolute)),
    relative_deltas: deltas.map((delta) => delta?.relative ?? null),
  };
}

function datasetJson({ name, context, differs, values, columns }: ComparedDataset) {
  const facts = values.map(
    (one) => one && { digest: one.digest, source_type: one.sourceType, source: one.source, rows: one.rows },
  );
  return { name, context, differs, values: facts, columns: listJson(columns.rows) };
}

/** A key may be there twice, so this is no object. */
function listJson(rows: readonly ComparedValue[]) {
  return rows.map(({ key, differs, values }) => ({ key, differs, values }));
}

function valueJson({ values, differs }: ComparedValue) {
  return { differs, values };
}
