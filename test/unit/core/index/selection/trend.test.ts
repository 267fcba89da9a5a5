import assert from "node:assert/strict";
import fc from "fast-check";
import { Selection } from "../../../../../src/core/index/selection/selection.ts";
import { bestSoFar, trendOf } from "../../../../../src/core/index/selection/trend.ts";
import { bestValue } from "../../../../../src/core/model/best.ts";
import type { TrendRequest } from "../../../../../src/core/model/trend.ts";
import { type RecordSpec, record } from "../../../../support/record.ts";
import { tableContext, tableQuery } from "../../../../support/tableContext.ts";

const T = 1_709_193_600_000;

function trend(specs: readonly RecordSpec[], part: Partial<TrendRequest> = {}) {
  const context = tableContext(specs.map(record));
  const query = tableQuery({ order: [{ column: { kind: "attribute", key: "id" }, descending: true }] });
  const request: TrendRequest = { query, metric: "rmse", value: "last", group: null, ...part };
  return trendOf(context, new Selection(context, query), request);
}

describe("the trend of a metric", () => {
  const specs: RecordSpec[] = [
    { folder: "late", start: T + 30, metrics: { rmse: 2 }, params: { model: "b" } },
    { folder: "early", start: T + 10, metrics: { rmse: 3 }, params: { model: "a" } },
    { folder: "middle", start: T + 20, metrics: { rmse: Number.NaN } },
    { folder: "never", start: null, metrics: { rmse: 1 } },
    { folder: "without", start: T + 5 },
  ];

  it("goes by start, whatever the table's order, without runs that have no start or no such metric", () => {
    const { refs, starts, values, best, labels, runs, goal } = trend(specs);
    assert.deepEqual(
      refs.map(({ run }) => run),
      ["early", "middle", "late"],
    );
    assert.equal(labels.length, 3);
    assert.deepEqual(
      [...starts].map((start) => start - T),
      [10, 20, 30],
    );
    assert.deepEqual([...values], [3, Number.NaN, 2]);
    assert.deepEqual([...(best ?? [])], [3, 3, 2]);
    assert.deepEqual([runs, goal], [5, "min"]);
  });

  it("parts the runs by the values of a column, those without one last", () => {
    const { group, groups } = trend(specs, { group: { kind: "param", key: "model" } });
    assert.deepEqual(groups, ["a", "b", ""]);
    assert.deepEqual([...group], [0, 2, 1]);
  });

  it("has no best where the goal is unknown", () => {
    const { best } = trend([{ folder: "a", start: T, metrics: { thing: 1 } }], { metric: "thing" });
    assert.equal(best, null);
  });

  it("keeps the newest 20,000", () => {
    const many = Array.from({ length: 20_001 }, (_, i) => ({ folder: `r${i}`, start: T + i, metrics: { rmse: i } }));
    const { refs, starts, runs } = trend(many);
    assert.deepEqual([refs.length, starts[0], runs], [20_000, T + 1, 20_001]);
  });
});

describe("the best so far", () => {
  it("is the best of all up to there", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.constantFrom("min", "max"), (values, goal) => {
        const expected = values.map((_, i) => bestValue(values.slice(0, i + 1), goal) ?? Number.NaN);
        assert.deepEqual([...(bestSoFar(Float64Array.from(values), goal) ?? [])], expected);
      }),
    );
  });
});
