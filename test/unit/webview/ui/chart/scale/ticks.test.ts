import { deepStrictEqual, ok } from "node:assert";
import fc from "fast-check";
import { padded } from "../../../../../../src/webview/ui/chart/scale/extent.ts";
import type { Scale, ScaleKind } from "../../../../../../src/webview/ui/chart/scale/scale.ts";
import { ticks } from "../../../../../../src/webview/ui/chart/scale/ticks.ts";

const labels = (scale: Scale, wanted: number): readonly string[] => ticks(scale, wanted).map(({ label }) => label);
const linear = (from: number, to: number): Scale => ({ kind: "linear", from, to });
const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("ticks of numbers", () => {
  it("are round and written with the decimals of their step", () => {
    deepStrictEqual(labels(linear(0, 10), 5), ["0", "2", "4", "6", "8", "10"]);
    deepStrictEqual(labels(linear(-0.1, 0.1), 4), ["-0.10", "-0.05", "0", "0.05", "0.10"]);
    deepStrictEqual(labels(linear(0.99991, 0.99994), 3), ["0.99991", "0.99992", "0.99993", "0.99994"]);
    deepStrictEqual(labels(linear(0, 4e6), 4), ["0", "1e6", "2e6", "3e6", "4e6"]);
    deepStrictEqual(labels(linear(0, 3e-6), 3), ["0", "1e-6", "2e-6", "3e-6"]);
  });

  it("differ from one another where numbers are large and their steps small", () => {
    const all = labels(linear(123_456_700, 123_456_800), 4);
    deepStrictEqual(new Set(all).size, all.length);
  });

  it("of whole numbers are whole", () => {
    deepStrictEqual(labels({ kind: "whole", from: 0, to: 2 }, 6), ["0", "1", "2"]);
    deepStrictEqual(labels({ kind: "whole", from: 0, to: 1000 }, 2), ["0", "500", "1000"]);
  });

  it("of a log axis are powers of ten, and 2 and 5 times each where those are few", () => {
    deepStrictEqual(labels({ kind: "log", from: 1e-3, to: 1e3 }, 4), ["0.01", "1", "100"]);
    deepStrictEqual(labels({ kind: "log", from: 1, to: 100 }, 8), ["1", "2", "5", "10", "20", "50", "100"]);
    deepStrictEqual(labels({ kind: "log", from: 0.31, to: 0.39 }, 4), ["0.32", "0.34", "0.36", "0.38"]);
  });

  it("are few, ascending and on the axis for any axis at all", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const kind = fc.constantFrom<ScaleKind>("linear", "whole", "log", "elapsed", "time");
    fc.assert(
      fc.property(kind, number, number, fc.integer({ min: 2, max: 20 }), (of, a, b, wanted) => {
        const [low, high] = of === "log" ? [Math.abs(a) || 1, Math.abs(b) || 1] : [a, b];
        const [from, to] = padded([Math.min(low, high), Math.max(low, high)], of, 0);
        const found = ticks({ kind: of, from, to }, wanted).map(({ value }) => value);
        ok(found.length <= 101);
        ok(found.every((value, i) => value >= from && value <= to && (i === 0 || value > (found[i - 1] ?? 0))));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("ticks of time", () => {
  const elapsed = (to: number): Scale => ({ kind: "elapsed", from: 0, to });

  it("since a start stand at round seconds, minutes, hours, days", () => {
    deepStrictEqual(labels(elapsed(0.4 * SECOND), 4), ["0", "100 ms", "200 ms", "300 ms", "400 ms"]);
    deepStrictEqual(labels(elapsed(90 * SECOND), 4), ["0", "30 s", "60 s", "90 s"]);
    deepStrictEqual(labels(elapsed(2 * HOUR), 4), ["0", "30 min", "60 min", "90 min", "120 min"]);
    deepStrictEqual(labels(elapsed(DAY), 4), ["0", "6 h", "12 h", "18 h", "24 h"]);
    deepStrictEqual(labels(elapsed(30 * DAY), 3), ["0", "10 d", "20 d", "30 d"]);
  });

  const moment = (...parts: [number, number, number, number?, number?]): number => new Date(...parts).getTime();
  const time = (from: number, to: number): Scale => ({ kind: "time", from, to });

  it("of the clock stand at full local hours, and say the day at midnight", () => {
    const scale = time(moment(2024, 2, 1, 17, 30), moment(2024, 2, 2, 7));
    deepStrictEqual(labels(scale, 5), ["18:00", "21:00", "Mar 2", "03:00", "06:00"]);
  });

  it("of days stand at midnights, of months at their first days, of decades at new years", () => {
    const days = ticks(time(moment(2024, 2, 1), moment(2024, 2, 9)), 4);
    ok(days.length >= 3 && days.every(({ value }) => new Date(value).getHours() === 0));
    deepStrictEqual(labels(time(moment(2024, 0, 10), moment(2024, 5, 10)), 5), [
      ...["Feb 2024", "Mar 2024", "Apr 2024", "May 2024", "Jun 2024"],
    ]);
    deepStrictEqual(labels(time(moment(1970, 0, 2), moment(2026, 0, 2)), 6), ["1980", "1990", "2000", "2010", "2020"]);
  });
});
