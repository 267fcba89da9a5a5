import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { bandOf, type RunPoints } from "../../../../src/core/compare/bands/band.ts";
import { gridOf } from "../../../../src/core/compare/bands/grid.ts";
import { runCells } from "../../../../src/core/compare/bands/runCells.ts";
import { rankCorrelation } from "../../../../src/core/compare/manyRuns/rankCorrelation.ts";
import { smooth } from "../../../../src/core/compare/smooth.ts";
import { boxOf, median, quantile } from "../../../../src/core/compare/statistics.ts";
import type { BandKind } from "../../../../src/core/model/bands.ts";

type Numbers = readonly (number | null)[];

interface Stored {
  readonly smoothing: readonly { readonly weight: number; readonly values: Numbers; readonly smoothed: Numbers }[];
  readonly bands: readonly (Readonly<Record<"counts" | "mean" | "std" | "stderr" | "min" | "max", Numbers>> & {
    readonly values: readonly Numbers[];
  })[];
  readonly lines: readonly Readonly<Record<"x" | "values" | "at" | "between", Numbers>>[];
  readonly groups: readonly (Readonly<Record<"values" | "quartiles" | "whiskers" | "outliers", Numbers>> &
    Readonly<Record<"count" | "mean" | "min" | "max", number>> & { readonly std: number | null })[];
  readonly quantiles: readonly Readonly<Record<"ascending" | "shares" | "quantiles", Numbers>>[];
  readonly correlations: readonly {
    readonly a: Numbers;
    readonly b: Numbers;
    readonly n: number;
    readonly rho: number | null;
  }[];
}

const stored: Stored = JSON.parse(readFileSync("test/fixtures/numbers.json", "utf8"));

const column = (numbers: Numbers): Float64Array => Float64Array.from(numbers, (number) => number ?? Number.NaN);

/** Ours within 12 digits of theirs; `scale` is the size of what was summed, which rounding goes by. */
function close(ours: number | null | undefined, theirs: number | null | undefined, scale = 0): void {
  const [a, b] = [ours ?? Number.NaN, theirs ?? Number.NaN];
  if (Number.isNaN(a) && Number.isNaN(b)) return;
  ok(Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(b), scale), `${a} is not ${b}`);
}

function allClose(ours: ArrayLike<number>, theirs: Numbers, scale = 0): void {
  equal(ours.length, theirs.length);
  for (const [i, number] of theirs.entries()) close(ours[i], number, scale);
}

const sizeOf = (numbers: ArrayLike<number>): number =>
  Array.from(numbers).reduce((most, one) => (Number.isNaN(one) ? most : Math.max(most, Math.abs(one))), 0);

describe("numbers are those of pandas, numpy and scipy", () => {
  it("smoothing: pandas' ewm, adjusted, gaps left out", () => {
    for (const { weight, values, smoothed } of stored.smoothing) {
      const ours = smooth(column(values), weight);
      for (const [i, value] of values.entries()) {
        if (value === null) ok(Number.isNaN(ours[i]));
        else close(ours[i], smoothed[i], 1);
      }
    }
  });

  it("bands: pandas' mean, std, sem, min and max of each step", () => {
    const x = Float64Array.from({ length: 20 }, (_, i) => i);
    for (const { values, counts, mean, std, stderr, min, max } of stored.bands) {
      const runs = values.map((run): RunPoints => ({ x, values: column(run) }));
      const of = (band: BandKind) => bandOf("", runs, { band, maxPoints: 100 });
      allClose(Array.from(of("std").counts), counts);
      allClose(of("std").mean, mean, 1);
      for (const [band, spread] of [
        ["std", std],
        ["stderr", stderr],
      ] as const) {
        const { high, low, mean: middle } = of(band);
        allClose(
          high.map((one, i) => one - (middle[i] ?? 0)),
          spread,
          1,
        );
        allClose(
          low.map((one, i) => (middle[i] ?? 0) - one),
          spread,
          1,
        );
      }
      allClose(of("range").low, min);
      allClose(of("range").high, max);
    }
  });

  it("values between points: numpy's interp", () => {
    for (const { x, values, at, between } of stored.lines) {
      const grid = gridOf([column(at)], 1000);
      allClose(runCells(column(x), column(values), grid).mean, between, 1);
    }
  });

  it("groups: pandas' count, mean, std, min, max, and numpy's quartiles", () => {
    for (const { values, count, mean, std, min, max, quartiles, whiskers, outliers } of stored.groups) {
      const given = column(values);
      const size = sizeOf(given);
      const ours = boxOf(given);
      equal(ours.count, count);
      close(ours.mean, mean, size);
      close(ours.std, std, size);
      close(ours.min, min);
      close(ours.max, max);
      allClose(ours.quartiles ?? [], quartiles, size);
      allClose(ours.whiskers ?? [], whiskers);
      allClose(ours.outliers, outliers);
      close(median(Array.from(given).filter((one) => !Number.isNaN(one))), quartiles[1], size);
    }
  });

  it("quantiles: numpy's default", () => {
    for (const { ascending, shares, quantiles } of stored.quantiles) {
      const given = column(ascending);
      allClose(
        Float64Array.from(shares, (share) => quantile(given, share ?? 0)),
        quantiles,
        sizeOf(given),
      );
    }
  });

  it("rank correlation: scipy's spearmanr, with ties, over pairs that are whole", () => {
    for (const { a, b, n, rho } of stored.correlations) {
      const ours = rankCorrelation(column(a), column(b));
      close(ours?.rho, rho, 1);
      if (ours) equal(ours.n, n);
    }
  });
});
