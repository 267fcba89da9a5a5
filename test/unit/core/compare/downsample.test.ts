import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { downsample, KEPT, keptIndices, type Points } from "../../../../src/core/compare/downsample.ts";

function points(values: readonly number[]): Points {
  return {
    values: Float64Array.from(values),
    steps: Float64Array.from(values, (_, i) => i),
    timestamps: Float64Array.from(values, (_, i) => 1000 + i),
  };
}

/** The rule said again as plainly as it can be: what each bucket of equal count keeps. */
function expected(values: readonly number[], buckets: number): readonly number[] {
  const kept: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const indices = values
      .map((_, i) => i)
      .filter((i) => i >= Math.floor((bucket * values.length) / buckets))
      .filter((i) => i < Math.floor(((bucket + 1) * values.length) / buckets));
    const numbers = indices.map((i) => values[i] ?? 0).filter((value) => !Number.isNaN(value));
    const wanted = [
      indices.at(0),
      indices.at(-1),
      indices.find((i) => values[i] === Math.min(...numbers)),
      indices.find((i) => values[i] === Math.max(...numbers)),
      indices.find((i) => Number.isNaN(values[i])),
    ];
    kept.push(...indices.filter((i) => wanted.includes(i)));
  }
  return kept;
}

const VALUES = fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN)), {
  maxLength: 200,
});

describe("down-sampling", () => {
  it("leaves a short series as it is", () => {
    const short = points([3, 1, 2]);
    equal(downsample(short, 3), short);
  });

  it("keeps peaks, both ends and gaps in their places", () => {
    const values = Array.from({ length: 1000 }, (_, i) => Math.sin(i / 50));
    values[333] = 99;
    values[500] = Number.NaN;
    values[777] = -99;
    const less = downsample(points(values), 100);
    ok(less.values.length <= 100);
    for (const index of [0, 333, 500, 777, 999]) ok(less.steps.includes(index), String(index));
    for (const [i, step] of less.steps.entries()) {
      ok(Object.is(less.values[i], values[step]));
      equal(less.timestamps[i], 1000 + step);
    }
  });

  it("keeps what its rule says", () => {
    fc.assert(
      fc.property(VALUES, fc.integer({ min: 1, max: 30 }), (values, buckets) => {
        deepEqual(keptIndices(Float64Array.from(values), buckets * KEPT), expected(values, buckets));
      }),
    );
  });

  it("keeps no more than is asked for, and the least and greatest of all", () => {
    fc.assert(
      fc.property(VALUES, fc.nat(100), (values, maxPoints) => {
        const less = downsample(points(values), maxPoints);
        ok(less.values.length <= Math.max(0, maxPoints));
        equal(less.steps.length, less.values.length);
        if (maxPoints < KEPT || values.length <= maxPoints) return;
        const numbers = values.filter((value) => !Number.isNaN(value));
        const kept = [...less.values].filter((value) => !Number.isNaN(value));
        ok(Math.min(...kept) === Math.min(...numbers) && Math.max(...kept) === Math.max(...numbers));
      }),
    );
  });

  it("keeps the ends where only few are asked for", () => {
    deepEqual([...downsample(points([1, 2, 3, 4, 5, 6]), 4).values], [1, 6]);
    deepEqual([...downsample(points([1, 2, 3]), 1).values], [1]);
    deepEqual([...downsample(points([1, 2, 3]), 0).values], []);
  });
});
