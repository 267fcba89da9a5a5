import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { plainCoding } from "../../../../../../src/webview/ui/chart/items/coding.ts";
import {
  brushed,
  moved,
  type Parallel,
  parallelAxis,
  placeText,
} from "../../../../../../src/webview/ui/chart/parallel/parallel.ts";
import {
  crossings,
  layoutParallel,
  nearestRun,
  pixelAt,
  placeAt,
} from "../../../../../../src/webview/ui/chart/parallel/parallelLayout.ts";
import { paramColumn } from "../items/support.ts";

const LR = parallelAxis(paramColumn("lr", "0", "5", "10", null), false);
const MODEL = parallelAxis(paramColumn("model", "a", "b", "c", "b"), false);
const SAMPLE: Parallel = { axes: [LR, MODEL], coding: plainCoding(4), runs: 4 };
const AREA = { left: 0, top: 0, width: 500, height: 320 };

describe("an axis of parallel coordinates", () => {
  it("is crossed where a run's number lies between the least and the greatest", () => {
    deepStrictEqual([...LR.places], [0, 0.5, 1, Number.NaN]);
    deepStrictEqual(LR.marks.map(({ label }) => label).slice(0, 2), ["0", "2"]);
  });

  it("spreads categories evenly; one alone stands in the middle", () => {
    deepStrictEqual([...MODEL.places], [0, 0.5, 1, 0.5]);
    deepStrictEqual([...parallelAxis(paramColumn("one", "x", null), false).places], [0.5, Number.NaN]);
  });

  it("has no place for 0 and less on a log scale, nor for what is infinite", () => {
    deepStrictEqual(
      [...parallelAxis(paramColumn("lr", "0", "1", "100", "inf"), true).places],
      [Number.NaN, 0, 1, Number.NaN],
    );
  });

  it("says what stands at a place", () => {
    strictEqual(placeText(LR, 0.25), "2.5");
    strictEqual(placeText(MODEL, 0.6), "b");
  });

  it("writes only some of very many categories", () => {
    const many = paramColumn("id", ...Array.from({ length: 200 }, (_, i) => `run ${i}`));
    ok(parallelAxis(many, false).marks.length <= 14);
  });
});

describe("picking parts of axes", () => {
  it("leaves the runs that lie in all of them", () => {
    deepStrictEqual(brushed(SAMPLE, new Map()), [0, 1, 2, 3]);
    deepStrictEqual(brushed(SAMPLE, new Map([[LR.id, [0.4, 1]]])), [1, 2]);
    deepStrictEqual(
      brushed(
        SAMPLE,
        new Map([
          [LR.id, [0.4, 1]],
          [MODEL.id, [0, 0.5]],
        ]),
      ),
      [1],
    );
  });

  it("never leaves runs without a value there, nor minds axes that are gone", () => {
    deepStrictEqual(brushed(SAMPLE, new Map([[LR.id, [0, 1]]])), [0, 1, 2]);
    deepStrictEqual(brushed(SAMPLE, new Map([["param:gone", [0, 0.1]]])), [0, 1, 2, 3]);
  });
});

describe("moving an axis", () => {
  it("keeps all axes, and stops at the ends", () => {
    deepStrictEqual(moved(["a", "b", "c"], 0, 2), ["b", "c", "a"]);
    deepStrictEqual(moved(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
    deepStrictEqual(moved(["a", "b"], 0, -1), ["a", "b"]);
    deepStrictEqual(moved(["a", "b"], 1, 9), ["a", "b"]);
    deepStrictEqual(moved(["a", "b"], 5, 0), ["a", "b"]);
  });
});

describe("the layout of parallel coordinates", () => {
  const layout = layoutParallel(SAMPLE, AREA);

  it("stands axes apart alike, and finds the place of a pixel again", () => {
    strictEqual(layout.x.length, 2);
    ok((layout.x[0] ?? 0) > 0 && (layout.x[1] ?? 999) < 500);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
        ok(Math.abs(placeAt(layout, pixelAt(layout, place)) - place) < 1e-9);
      }),
    );
    strictEqual(pixelAt(layout, Number.NaN), layout.missing);
    strictEqual(placeAt(layout, -50), 1);
  });

  it("finds the run whose line passes nearest, within reach and among those asked for", () => {
    const crossed = crossings(SAMPLE, layout);
    const [left = 0, right = 0] = layout.x;
    const middle = (run: number): number => ((crossed[0]?.[run] ?? 0) + (crossed[1]?.[run] ?? 0)) / 2;
    const at = { x: (left + right) / 2, y: middle(1) + 2 };
    strictEqual(nearestRun(layout, crossed, [0, 1, 2, 3], at), 1);
    strictEqual(nearestRun(layout, crossed, [0, 2], at), null);
    strictEqual(nearestRun(layout, crossed, [0, 1, 2, 3], { x: left - 30, y: at.y }), null);
  });
});
