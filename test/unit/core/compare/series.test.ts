import { deepEqual, equal, ok } from "node:assert/strict";
import { WHOLE } from "../../../../src/core/compare/placePoints.ts";
import { keysOf, seriesOf } from "../../../../src/core/compare/series.ts";
import { smooth } from "../../../../src/core/compare/smooth.ts";
import type { MetricHistory } from "../../../../src/core/model/metric.ts";
import type { Series, SeriesView } from "../../../../src/core/model/views.ts";

const REF = { store: "/s", experiment: "0", run: "a" };

function wave(key: string, count: number): MetricHistory {
  const steps = Float64Array.from({ length: count }, (_, i) => i);
  return { key, steps, values: steps.map((step) => Math.sin(step)), timestamps: steps.map((step) => 1e12 + step) };
}

function answer(history: MetricHistory, view: Partial<SeriesView>, maxPoints = 1000): Series {
  const found = seriesOf(REF, history.key, [history, wave("other", 10)], { view: { ...WHOLE, ...view }, maxPoints });
  if (found === null) throw new Error("there is no series");
  return found;
}

describe("the series that a chart draws", () => {
  it("is whole where it is short", () => {
    const { x, values, points, smoothed } = answer(wave("loss", 5), {});
    deepEqual([...x], [0, 1, 2, 3, 4]);
    equal(values.length, points);
    equal(smoothed, null);
  });

  it("is nothing for a metric the run lacks", () => {
    equal(seriesOf(REF, "loss", [wave("other", 3)], { view: WHOLE, maxPoints: 10 }), null);
  });

  it("is down-sampled again within a range, so that zooming in shows more", () => {
    const long = wave("loss", 100_000);
    const far = answer(long, {}, 500);
    equal(far.points, 100_000);
    ok(far.values.length <= 500);
    const near = answer(long, { range: [1000, 1200] }, 500);
    equal(near.points, 203);
    deepEqual([near.x[0], near.x.at(-1)], [999, 1201]);
    equal(near.values.length, 203);
  });

  it("is smoothed over all points, not over those that are left of them", () => {
    const long = wave("loss", 10_000);
    const { x, smoothed } = answer(long, { smoothing: 0.9, range: [5000, 9000] }, 100);
    const whole = smooth(long.values, 0.9);
    deepEqual(
      [...(smoothed ?? [])],
      [...x].map((step) => whole[step]),
    );
  });

  it("reads the metric that is the axis as well", () => {
    deepEqual(keysOf("loss", { ...WHOLE, axis: { metric: "other" } }), ["loss", "other"]);
    deepEqual(keysOf("loss", WHOLE), ["loss"]);
    const { x, unplaced } = answer(wave("loss", 12), { axis: { metric: "other" } });
    equal(x.length, 10);
    equal(unplaced, 2);
  });
});
