import { type ComparedRun, comparedAttributes } from "../../../../src/core/compare/attributes.ts";
import { compareRuns } from "../../../../src/core/compare/compareRuns.ts";
import type { VerdictInput } from "../../../../src/core/compare/verdict/input.ts";
import type { RunRecord } from "../../../../src/core/model/run.ts";
import { byText, type KeyValue } from "../../../../src/core/model/text.ts";
import type { Comparison, PrimaryMetric, RunRow, ShownStatus } from "../../../../src/core/model/views.ts";

/** A run to compare, in short. */
export interface Given {
  readonly label?: string;
  readonly metrics?: Readonly<Record<string, number>>;
  /** Every point logged of a metric is one of these. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly status?: ShownStatus;
  /** Seconds that it took. */
  readonly took?: number;
  readonly experiment?: string;
  readonly dataset?: string;
  readonly commit?: string;
  readonly telling?: readonly string[];
}

export interface GivenComparison {
  readonly primary?: PrimaryMetric | null;
  readonly baseline?: number;
}

const START = 1_709_193_600_000;

/** A comparison of runs called A, B, C … unless they are labelled. */
export function comparisonOf(
  given: readonly Given[],
  { primary = null, baseline = 0 }: GivenComparison = {},
): Comparison {
  const runs = given.map(comparedRun);
  return {
    runs: given.map(row),
    experiments: given.map(({ experiment = "churn" }) => experiment),
    missing: [],
    baseline,
    primary,
    ...compareRuns(runs),
    attributes: comparedAttributes(runs),
  } satisfies VerdictInput & Comparison;
}

function idOf(i: number): string {
  return String.fromCharCode(97 + (i % 6)).repeat(8) + String(i).padStart(24, "0");
}

function comparedRun(given: Given, i: number): ComparedRun {
  const { status = "finished", took, experiment = "churn", dataset, commit } = given;
  const id = idOf(i);
  const end = took === undefined ? null : START + took * 1000;
  const record: RunRecord = {
    info: {
      experiment: "1",
      folder: id,
      id,
      experimentId: "1",
      name: null,
      status: status === "failed" ? "FAILED" : "FINISHED",
      lifecycle: "active",
      start: START,
      end,
      user: "",
      artifactUri: "",
      readable: status !== "unreadable",
    },
    params: texts(given.params),
    tags: texts({ ...given.tags, ...(commit === undefined ? {} : { "mlflow.source.git.commit": commit }) }),
    metrics: Object.entries(given.metrics ?? {})
      .map(([key, value]) => ({
        key,
        last: { value, timestamp: 1, step: 0 },
        ...{ first: value, min: value, max: value, count: 1 },
      }))
      .sort((a, b) => byText(a.key, b.key)),
    ...{ modelInputs: [], modelOutputs: [], problems: [] },
    datasets:
      dataset === undefined
        ? []
        : [{ name: dataset, digest: "d", sourceType: "local", source: "", schema: null, profile: null, tags: [] }],
  };
  return { record, status, experimentName: experiment, storeLabel: "mlruns" };
}

function row(given: Given, i: number): RunRow {
  const { status = "finished", took } = given;
  const id = idOf(i);
  const params = texts(given.params);
  return {
    ref: { store: "/data/mlruns", experiment: "1", run: id },
    id,
    label: given.label ?? String.fromCharCode(65 + (i % 26)) + (i < 26 ? "" : String(Math.floor(i / 26))),
    name: null,
    status,
    lifecycle: "active",
    start: START,
    end: took === undefined ? null : START + took * 1000,
    primary: null,
    telling: (given.telling ?? []).flatMap((key) => params.find((param) => param.key === key) ?? []),
    children: 0,
    problems: 0,
    counts: { metrics: 0, params: 0, tags: 0, datasets: 0, models: 0 },
  };
}

function texts(entries: Readonly<Record<string, string | number>> = {}): KeyValue[] {
  return Object.entries(entries)
    .map(([key, value]) => ({ key, value: String(value) }))
    .sort((a, b) => byText(a.key, b.key));
}
