import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { columnOfCells, type RunColumn, runColumns } from "../../../../../src/core/compare/manyRuns/columns.ts";
import { correlationsWith } from "../../../../../src/core/compare/manyRuns/correlations.ts";
import { rankCorrelation, ranksOf } from "../../../../../src/core/compare/manyRuns/rankCorrelation.ts";
import { boxOf } from "../../../../../src/core/compare/statistics.ts";
import { comparisonOf, type Given } from "../given.ts";

const columns = (runs: readonly Given[]): readonly RunColumn[] => runColumns(comparisonOf(runs));
const columnOf = (runs: readonly Given[], key: string): RunColumn | undefined =>
  columns(runs).find((one) => one.key === key);

describe("columns over many runs", () => {
  it("are numbers where all that have a value have one", () => {
    const column = columnOf(
      [{ params: { lr: "1e-3" } }, { params: { lr: "0.1" } }, {}, { params: { lr: "None" } }],
      "lr",
    );
    ok(column?.kind === "number");
    deepEqual([...column.values], [0.001, 0.1, Number.NaN, Number.NaN]);
    deepEqual([column.range, column.missing], [[0.001, 0.1], 1]);
  });

  it("are the same out of a table's cells: numbers as they are, texts as a comparison takes them", () => {
    const start = columnOfCells("attribute", "start", [5, null, 7]);
    ok(start.kind === "number");
    deepEqual([[...start.values], start.missing, start.range], [[5, Number.NaN, 7], 1, [5, 7]]);
    const runs = [{ params: { lr: "1e-3", model: "b" } }, { params: { lr: "0.1", model: "a" } }, {}];
    deepEqual(columnOfCells("param", "lr", ["1e-3", "0.1", null]), columnOf(runs, "lr"));
    deepEqual(columnOfCells("param", "model", ["b", "a", null]), columnOf(runs, "model"));
    const none = columnOfCells("metric", "loss", [null, null]);
    deepEqual([none.kind, none.missing], ["number", 2]);
  });

  it("are categories in natural order else", () => {
    const column = columnOf([{ params: { v: "v10" } }, { params: { v: "v2" } }, {}, { params: { v: "v10" } }], "v");
    ok(column?.kind === "category");
    deepEqual([column.categories, [...column.codes], column.missing], [["v2", "v10"], [1, 0, -1, 1], 1]);
  });

  it("are all metrics and params, and the attributes that vary", () => {
    const given: Given[] = [
      { metrics: { rmse: 1 }, params: { lr: 1 }, took: 5 },
      { metrics: { rmse: Number.NaN }, params: { lr: 1 }, took: 9, status: "failed" },
    ];
    deepEqual(
      columns(given).map(({ of, key, kind }) => [of, key, kind]),
      [
        ["metric", "rmse", "number"],
        ["param", "lr", "number"],
        ["attribute", "status", "category"],
        ["attribute", "duration", "number"],
      ],
    );
  });

  it("want a logarithmic axis where most values are far below the greatest", () => {
    const isLogarithmic = (...values: number[]): boolean => {
      const column = columnOf(
        values.map((x) => ({ metrics: { x } })),
        "x",
      );
      return column?.kind === "number" && column.isLogarithmic;
    };
    equal(isLogarithmic(1e-5, 1e-4, 1e-3, 1e-1), true);
    equal(isLogarithmic(1, 2, 3), false);
    equal(isLogarithmic(0, 1e-4, 1), false);
    equal(isLogarithmic(1e-5, 0.9, 0.95, 1), false);
  });
});

describe("rank correlation", () => {
  it("goes by order alone, and says over how many", () => {
    deepEqual(rankCorrelation([1, 2, 3, Number.NaN], [10, 100, 1000, 1]), { rho: 1, n: 3 });
    deepEqual(rankCorrelation([1, 2, 3], [3, 2, 1]), { rho: -1, n: 3 });
  });

  it("is none where there is nothing to go by", () => {
    for (const [a, b] of [
      [[], []],
      [[1], [1]],
      [
        [1, 1],
        [1, 2],
      ],
      [
        [1, Number.POSITIVE_INFINITY],
        [1, 2],
      ],
    ] as const) {
      equal(rankCorrelation(a, b), null);
    }
  });

  it("shares ranks among equals", () => deepEqual([...ranksOf([5, 1, 5, 9])], [2.5, 1, 2.5, 4]));

  it("has ranks that say how many are less, for any numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ max: 5 }), fc.double({ noNaN: true }))), (values) => {
        const ranks = ranksOf(values);
        for (const [i, value] of values.entries()) {
          const less = values.filter((one) => one < value).length;
          const same = values.filter((one) => one === value).length;
          equal(ranks[i], less + (same + 1) / 2);
        }
      }),
    );
  });

  it("finds the columns that go with a metric, the strongest first", () => {
    const given = Array.from(
      { length: 9 },
      (_, i): Given => ({
        metrics: { rmse: i },
        params: { up: i * 2, down: 9 - i + (i === 4 ? 3 : 0), same: 1, word: `w${i}` },
      }),
    );
    deepEqual(
      correlationsWith(
        given.map(({ metrics }) => metrics?.rmse ?? 0),
        columns(given),
      ).map(({ key, rho }) => [key, Math.sign(rho)]),
      [
        ["up", 1],
        ["down", -1],
      ],
    );
  });
});

describe("a box", () => {
  it("keeps whiskers within the reach of the quartiles", () => {
    const { quartiles, whiskers, outliers, count } = boxOf([1, 2, 3, 4, 5, 100, Number.NaN]);
    deepEqual(
      { quartiles, whiskers, outliers, count },
      { quartiles: [2.25, 3.5, 4.75], whiskers: [1, 5], outliers: [100], count: 6 },
    );
  });

  it("is empty of no numbers", () => {
    const { quartiles, whiskers, mean } = boxOf([Number.NaN, Number.POSITIVE_INFINITY]);
    deepEqual([quartiles, whiskers, mean], [null, null, null]);
  });
});
