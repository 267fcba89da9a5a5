import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import type { ComparedMetric } from "../../../../../../src/core/model/views.ts";
import { metricCells, type ShownValue } from "../../../../../../src/webview/runs/compare/metrics/metricCells.ts";
import { metric, summary } from "../given.ts";

interface Settings {
  readonly baseline?: number;
  readonly value?: ShownValue;
  readonly tolerance?: number;
}

function cells(given: ComparedMetric, { baseline = 0, value = "last", tolerance = 0 }: Settings = {}) {
  return metricCells(given, { baseline, value, tolerance });
}

const standings = (given: ComparedMetric, settings?: Settings) =>
  cells(given, settings).map(({ standing }) => standing);

describe("a metric's values against the baseline", () => {
  it("are better or worse by the goal", () => {
    deepEqual(standings(metric("loss", [2, 1, 3, 2])), ["baseline", "better", "worse", "same"]);
    deepEqual(standings(metric("auc", [2, 1, 3], { goal: "max" })), ["baseline", "worse", "better"]);
  });

  it("are higher or lower where the goal is not known, and none is best", () => {
    const given = cells(metric("rows", [2, 1, 3], { goal: "unknown" }));
    deepEqual(
      given.map(({ standing, isBest }) => [standing, isBest]),
      [
        ["baseline", false],
        ["lower", false],
        ["higher", false],
      ],
    );
  });

  it("are the same within the tolerance", () => {
    const given = metric("loss", [100, 100.09, 100.2]);
    deepEqual(standings(given, { tolerance: 0.001 }), ["baseline", "same", "worse"]);
    deepEqual(standings(given), ["baseline", "worse", "worse"]);
  });

  it("are not measured where either is missing or no finite number", () => {
    const given = metric("loss", [1, null, Number.NaN, Number.POSITIVE_INFINITY]);
    deepEqual(standings(given), ["baseline", "none", "none", "none"]);
    deepEqual(standings(given, { baseline: 2 }), ["none", "none", "baseline", "none"]);
    deepEqual(cells(given, { baseline: 1 })[0]?.delta, null);
  });

  it("are those asked for: the best is the least of a loss and the last where no goal is known", () => {
    const loss = summary("loss", 2, { min: 1, max: 4 });
    const shown = (value: ShownValue, goal: ComparedMetric["goal"]) =>
      cells(metric("loss", [], { goal, values: [loss] }), { value })[0]?.value;
    deepEqual([shown("last", "min"), shown("min", "min"), shown("max", "min")], [2, 1, 4]);
    deepEqual([shown("best", "min"), shown("best", "max"), shown("best", "unknown")], [1, 4, 2]);
  });

  it("mark every one that equals the best", () => {
    deepEqual(
      cells(metric("loss", [2, 1, 1, null])).map(({ isBest }) => isBest),
      [false, true, true, false],
    );
  });
});

describe("the bar of a metric's value", () => {
  const bars = (given: ComparedMetric) => cells(given).map(({ bar }) => bar);

  it("is as long as its share of the greatest difference, to the left where it is lower", () => {
    deepEqual(bars(metric("loss", [10, 5, 20])), [0, -0.5, 1]);
  });

  it("stays short for a tiny difference", () => {
    equal(Math.abs(bars(metric("loss", [100, 100.5]))[1] ?? 0) < 0.11, true);
  });

  it("goes by the difference itself where a share says nothing", () => {
    deepEqual(bars(metric("loss", [0, 2, -4])), [0, 0.5, -1]);
  });

  it("is between -1 and 1 whatever the numbers are", () => {
    const anyValue = fc.option(fc.double());
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 1, maxLength: 5 }), (values) => {
        for (const bar of bars(metric("x", values))) equal(bar >= -1 && bar <= 1, true);
      }),
    );
  });
});
