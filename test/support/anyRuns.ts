import fc from "fast-check";
import type { MetricSummary } from "../../src/core/model/metric.ts";
import type { RunRecord } from "../../src/core/model/run.ts";
import { byText, type KeyValue } from "../../src/core/model/text.ts";
import { record } from "./record.ts";

const number = fc.oneof(
  fc.constantFrom(0, -0, 1, 2, 2.5, 10, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double(),
);

const metric = (key: string): fc.Arbitrary<MetricSummary> =>
  fc
    .record({ last: number, first: number, min: number, max: number, count: fc.integer({ min: -1, max: 9 }) })
    .map(({ last, ...rest }) => ({ key, last: { value: last, timestamp: 0, step: 0 }, ...rest }));

const VALUES: Readonly<Record<string, readonly string[]>> = {
  lr: ["0.1", "0.10", "1e-3", "None", "2"],
  depth: ["8", "12", "none", "100"],
  model: ["v1.10", "v1.9", "V1.9", "größe", ""],
};

const some = <T>(entries: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> =>
  fc
    .tuple(...entries.map((entry) => fc.option(entry, { nil: null })))
    .map((found) => found.filter((entry) => entry !== null));

const texts = some(
  Object.entries(VALUES).map(([key, values]) => fc.constantFrom(...values).map((value): KeyValue => ({ key, value }))),
).map((entries) => entries.sort((a, b) => byText(a.key, b.key)));

/** Runs with a few keys in common, ties and gaps in everything. */
export const anyRuns: fc.Arbitrary<RunRecord[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom(null, "a", "b2", "b10"),
      experiment: fc.constantFrom("0", "1"),
      status: fc.constantFrom("FINISHED", "FAILED", "RUNNING"),
      start: fc.constantFrom(null, 1_709_193_600_000, 1_709_193_600_001, 1_709_400_000_000),
      end: fc.constantFrom(null, 1_709_193_600_000, 1_709_500_000_000),
      user: fc.constantFrom("", "alice", "bob"),
      params: texts,
      tags: texts,
      metrics: some([metric("acc"), metric("rmse"), metric("other")]),
      parent: fc.constantFrom(null, "run00", "run01", "gone"),
    }),
    { maxLength: 25 },
  )
  .map((runs) =>
    runs.map(({ params, tags, metrics, parent, ...info }, i) => {
      const folder = `run${String(i).padStart(2, "0")}`;
      const parentTag = parent === null ? [] : [{ key: "mlflow.parentRunId", value: parent }];
      return {
        ...record({ folder, ...info } as const),
        params,
        metrics,
        tags: [...tags, ...parentTag].sort((a, b) => byText(a.key, b.key)),
      };
    }),
  );
