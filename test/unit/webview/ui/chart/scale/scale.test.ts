import { ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { padded, rangeOf } from "../../../../../../src/webview/ui/chart/scale/extent.ts";
import {
  pixelOf,
  pixelsOf,
  placeOf,
  type Scale,
  valueAt,
  valueAtPixel,
} from "../../../../../../src/webview/ui/chart/scale/scale.ts";
import { panBy, zoomBy, zoomTo } from "../../../../../../src/webview/ui/chart/scale/zoom.ts";

const LINEAR: Scale = { kind: "linear", from: 10, to: 20 };
const LOG: Scale = { kind: "log", from: 1, to: 1000 };
const close = (a: number, b: number): void => ok(Math.abs(a - b) <= Math.abs(b) * 1e-9 + 1e-12, `${a} is not ${b}`);

describe("a chart's scale", () => {
  it("places its ends at 0 and 1 and what lies between in proportion", () => {
    strictEqual(placeOf(LINEAR, 10), 0);
    strictEqual(placeOf(LINEAR, 20), 1);
    strictEqual(placeOf(LINEAR, 15), 0.5);
    close(placeOf(LOG, 10), 1 / 3);
  });

  it("has no place for NaN, nor on a log axis for 0 and less", () => {
    ok(Number.isNaN(placeOf(LINEAR, Number.NaN)));
    ok(Number.isNaN(placeOf(LOG, 0)));
    ok(Number.isNaN(placeOf(LOG, -1)));
  });

  it("reaches from the least to the greatest number", () => {
    const whole: Scale = { kind: "linear", from: -Number.MAX_VALUE, to: Number.MAX_VALUE };
    strictEqual(placeOf(whole, 0), 0.5);
    strictEqual(valueAt(whole, 0.5), 0);
    strictEqual(placeOf(whole, 1e308) > 0.7, true);
  });

  it("finds the value of a place again", () => {
    const value = fc.double({ min: -1e100, max: 1e100, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, place) => {
        fc.pre(Math.abs(a - b) > Math.max(1e-300, Math.abs(a) * 1e-6, Math.abs(b) * 1e-6));
        const scale: Scale = { kind: "linear", from: Math.min(a, b), to: Math.max(a, b) };
        ok(Math.abs(placeOf(scale, valueAt(scale, place)) - place) < 1e-6);
      }),
    );
  });

  it("counts pixels downwards where its track does", () => {
    const track = { scale: LINEAR, start: 100, end: 0 };
    strictEqual(pixelOf(track, 15), 50);
    strictEqual(valueAtPixel(track, 25), 17.5);
    strictEqual([...pixelsOf(track, [10, 20, Number.NaN])].join(), "100,0,NaN");
  });
});

describe("the range of values", () => {
  it("leaves out what is not finite, and on a log axis what is not above 0", () => {
    const lists = [
      [3, Number.NaN, -2],
      [Number.POSITIVE_INFINITY, 8, 0],
    ];
    strictEqual(String(rangeOf(lists)), "-2,8");
    strictEqual(String(rangeOf(lists, "log")), "3,8");
    strictEqual(rangeOf([[Number.NaN, Number.NEGATIVE_INFINITY]]), null);
    strictEqual(rangeOf([[-1, 0]], "log"), null);
  });

  it("has air around it, also around a single value, and never reaches beyond all numbers", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const range = [Math.min(a, b), Math.max(a, b)] as const;
        const [from, to] = padded(range, "linear", 0.05);
        ok(from <= range[0] && to >= range[1] && from < to && Number.isFinite(from) && Number.isFinite(to));
      }),
    );
    const positive = fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const range = [Math.min(a, b), Math.max(a, b)] as const;
        const [from, to] = padded(range, "log", 0.05);
        ok(from <= range[0] && to >= range[1] && from < to && from > 0 && Number.isFinite(to));
      }),
    );
  });
});

describe("a range of rounding errors", () => {
  it("is a single value", () => {
    const [from, to] = padded([7, 7.000000000000001], "linear", 0.05);
    ok(from < 6.5 && to > 7.5);
  });
});

describe("zooming", () => {
  it("takes the part between two places, in either order and within the axis", () => {
    strictEqual(String(zoomTo(LINEAR, 0.5, 0.2)), "12,15");
    strictEqual(String(zoomTo(LINEAR, -1, 0.5)), "10,15");
    strictEqual(zoomTo(LINEAR, 0.3, 0.3), null);
  });

  it("keeps the place it zooms around", () => {
    const [from = 0, to = 0] = zoomBy(LINEAR, 2, 0.25) ?? [];
    close(placeOf({ ...LINEAR, from, to }, 12.5), 0.25);
    close(to - from, 5);
    const [low = 0, high = 0] = zoomBy(LOG, 3, 0) ?? [];
    strictEqual(low, 1);
    close(high, 10);
  });

  it("moves by a share of the axis", () => {
    strictEqual(String(panBy(LINEAR, 0.5)), "15,25");
  });

  it("ends where numbers cannot be told apart any more", () => {
    let scale: Scale = { kind: "linear", from: 1e9, to: 2e9 };
    for (let i = 0; i < 500; i++) {
      const range = zoomBy(scale, 4, 0.5);
      if (range === null) break;
      scale = { ...scale, from: range[0], to: range[1] };
      ok(scale.to > scale.from);
    }
    ok(scale.to - scale.from > 1e-4);
  });
});
