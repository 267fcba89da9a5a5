import assert from "node:assert/strict";
import fc from "fast-check";
import { HeldPoints } from "../../../../src/core/compare/heldPoints.ts";
import { seriesOf } from "../../../../src/core/compare/series.ts";
import { SeriesStream } from "../../../../src/core/compare/seriesStream.ts";
import type { MetricHistory } from "../../../../src/core/model/metric.ts";
import type { SeriesView } from "../../../../src/core/model/views.ts";

const REF = { store: "s", experiment: "1", run: "r" };
const START = 1_709_193_600_000;

function streamed(history: MetricHistory, view: SeriesView, maxPoints: number): SeriesStream {
  const stream = new SeriesStream(view, maxPoints);
  for (const [i, value] of history.values.entries()) {
    stream.add(history.timestamps[i] ?? 0, value, history.steps[i] ?? 0);
  }
  return stream;
}

function historyOf(points: readonly (readonly [step: number, value: number])[]): MetricHistory {
  return {
    key: "loss",
    steps: Float64Array.from(points, ([step]) => step),
    values: Float64Array.from(points, ([, value]) => value),
    timestamps: Float64Array.from(points, (_, i) => START + i * 10),
  };
}

const value = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0));
const ascending = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), value), { minLength: 1, maxLength: 300 })
  .map((gaps) => {
    const steps = gaps.map((_, i) => gaps.slice(0, i + 1).reduce((sum, [gap]) => sum + gap, 0));
    return historyOf(gaps.map(([, one], i) => [steps[i] ?? 0, one] as const));
  });

describe("a series that is read and not kept", () => {
  it("is what it is of a history that is held, over every axis, range and smoothing", () => {
    const range = fc.option(fc.tuple(fc.integer({ min: -5, max: 400 }), fc.integer({ min: 0, max: 300 })));
    const axis = fc.constantFrom("step", "relative", "wall" as const);
    fc.assert(
      fc.property(ascending, axis, range, fc.constantFrom(0, 0.6), fc.integer({ min: 5, max: 400 }), (...args) => {
        const [history, over, wanted, smoothing, maxPoints] = args;
        const [from, width] = wanted ?? [0, 0];
        const scale = over === "step" ? 1 : 10;
        const at = (over === "wall" ? START : 0) + from * scale;
        const view = { axis: over, range: wanted && ([at, at + width * scale] as const), smoothing };
        const stream = streamed(history, view, maxPoints);
        assert.equal(stream.isOrdered, true);
        assert.deepEqual(stream.series(REF, "loss"), seriesOf(REF, "loss", [history], { view, maxPoints }));
      }),
    );
  });

  it("says when points are out of order, by step or by time", () => {
    const view = { axis: "step", range: null, smoothing: 0 } as const;
    assert.equal(
      streamed(
        historyOf([
          [1, 1],
          [3, 1],
          [2, 1],
        ]),
        view,
        100,
      ).isOrdered,
      false,
    );
    assert.equal(
      streamed(
        historyOf([
          [1, 1],
          [3, 1],
          [2, 1],
        ]),
        { ...view, axis: "wall" },
        100,
      ).isOrdered,
      true,
    );
    const back = {
      ...historyOf([
        [1, 1],
        [1, 2],
      ]),
      timestamps: Float64Array.of(20, 10),
    };
    assert.equal(streamed(back, view, 100).isOrdered, false);
  });

  it("holds some thousand of a million points, and still has the ends, the extremes and the gaps", () => {
    const count = 1_000_000;
    const stream = new SeriesStream({ axis: "step", range: null, smoothing: 0 }, 1000);
    let most = 0;
    const of = (i: number): number =>
      i === 777_777 ? 50 : i === 123_456 ? -50 : i === 500_001 ? Number.NaN : Math.sin(i / 9e4);
    for (let i = 0; i < count; i++) {
      stream.add(START + i, of(i), i);
      most = Math.max(most, stream.held);
    }
    assert.ok(most <= 8192 + 64, `${most} were held`);
    const { x, values, points } = stream.series(REF, "loss");
    assert.equal(points, count);
    assert.ok(x.length > 400 && x.length <= 1000, `${x.length} are left`);
    assert.equal(x[0], 0);
    assert.equal(x.at(-1), count - 1);
    for (const kept of [777_777, 123_456, 500_001]) assert.ok(x.includes(kept), String(kept));
    for (const [i, place] of x.entries()) assert.ok(Object.is(values[i], of(place)));
    // Buckets are of equal count, so no stretch of the axis goes without points.
    assert.ok(x.every((place, i) => i === 0 || place - (x[i - 1] ?? 0) <= count / 50));
  });

  it("asks again for a part of a million points and gets it in full", () => {
    const view = { axis: "step", range: [600_000, 600_500], smoothing: 0 } as const;
    const stream = new SeriesStream(view, 1000);
    for (let i = 0; i < 1_000_000; i++) stream.add(START + i, i, i);
    const { x, points } = stream.series(REF, "loss");
    assert.equal(points, 503);
    assert.deepEqual([x[0], x.length, x.at(-1)], [599_999, 503, 600_501]);
  });

  it("never holds more than it may, keeps the order, and every row it holds was added", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 3000 }), fc.integer({ min: 16, max: 200 }), (values, most) => {
        const held = new HeldPoints(most);
        for (const [i, one] of values.entries()) {
          held.add(i, i, one, i, one);
          assert.ok(held.length <= most + 64);
        }
        const { x, values: kept } = held.columns();
        assert.ok(x.every((place, i) => i === 0 || place > (x[i - 1] ?? -1)));
        assert.ok(kept.every((one, i) => Object.is(one, values[x[i] ?? -1])));
        const numbers = values.filter((one) => !Number.isNaN(one));
        if (numbers.length > 0) {
          assert.ok(kept.includes(numbers.reduce((a, b) => Math.min(a, b))));
          assert.ok(kept.includes(numbers.reduce((a, b) => Math.max(a, b))));
        }
        assert.equal(kept.some(Number.isNaN), values.some(Number.isNaN));
        if (values.length > 0) assert.deepEqual([x[0], x.at(-1)], [0, values.length - 1]);
      }),
    );
  });
});
