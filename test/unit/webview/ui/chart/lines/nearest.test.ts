import { deepStrictEqual, strictEqual } from "node:assert";
import fc from "fast-check";
import { cursorValues } from "../../../../../../src/webview/ui/chart/lines/cursorValues.ts";
import { firstFrom, nearest, nearestPlace, nextPlace } from "../../../../../../src/webview/ui/chart/lines/nearest.ts";
import { line } from "./support.ts";

const never = (_place: number): boolean => false;

describe("the point next to the cursor", () => {
  it("is the nearest, the earlier of two as near only where it is nearer", () => {
    const x = Float64Array.from([0, 10, 20]);
    deepStrictEqual(
      [-5, 0, 4, 6, 12, 99].map((at) => nearest(x, at)),
      [0, 0, 0, 1, 1, 2],
    );
    strictEqual(nearest(new Float64Array(), 3), -1);
  });

  it("agrees with looking at all of them", () => {
    const places = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(places, fc.double({ min: -60, max: 60, noNaN: true }), (all, at) => {
        const x = Float64Array.from(all).sort();
        const least = Math.min(...x.map((place) => Math.abs(place - at)));
        strictEqual(Math.abs((x[nearest(x, at)] ?? Number.NaN) - at), least);
        strictEqual(firstFrom(x, at), x.filter((place) => place < at).length);
      }),
    );
  });

  it("is looked for in all lines, and so is the next one", () => {
    const lines = [line("a", [0, 10, 20], [1, 1, 1]), line("b", [3, 12], [1, 1])];
    strictEqual(nearestPlace(lines, 4), 3);
    strictEqual(nearestPlace([], 4), null);
    deepStrictEqual(
      [0, 3, 10, 12, 20].map((at) => nextPlace(lines, at, true)),
      [3, 10, 12, 20, null],
    );
    deepStrictEqual(
      [20, 12, 10, 3, 0].map((at) => nextPlace(lines, at, false)),
      [12, 10, 3, 0, null],
    );
  });
});

describe("the values at the cursor", () => {
  const lines = [
    line("a", [0, 10, 20], [3, 1, 2]),
    line("b", [0, 12], [9, Number.NaN]),
    line("c", [0, 4], [7, 5]),
    line("d", [9, 11], [0, 4]),
  ];
  const at = (place: number, ascending: boolean, near = never) =>
    cursorValues(lines, place, { near, ascending }).map(({ line: { id }, value }) => [id, value]);

  it("are sorted either way, NaN last, without lines that ended", () => {
    deepStrictEqual(at(10, true), [
      ["a", 1],
      ["d", 4],
      ["b", Number.NaN],
    ]);
    deepStrictEqual(at(10, false), [
      ["d", 4],
      ["a", 1],
      ["b", Number.NaN],
    ]);
  });

  it("are also those of lines whose end is near", () => {
    deepStrictEqual(
      at(6, false, (place) => place === 4).map(([id]) => id),
      ["c", "a", "b"],
    );
  });

  it("tell what was logged beside the moving average, and what the mean lies between", () => {
    const raw = Float64Array.from([8]);
    const band = { low: Float64Array.from([1]), high: Float64Array.from([3]) };
    const [value] = cursorValues([line("a", [0], [2], { raw, band })], 0, { near: never, ascending: false });
    deepStrictEqual([value?.value, value?.raw, value?.band], [2, 8, [1, 3]]);
  });
});
