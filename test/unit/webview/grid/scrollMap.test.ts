import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { MAX_HEIGHT, ScrollMap } from "../../../../src/webview/ui/grid/scrollMap.ts";

function scrollMap(total: number, viewport = 600): ScrollMap {
  const map = new ScrollMap();
  map.resize(total, viewport);
  return map;
}

describe("ScrollMap", () => {
  it("is the scroller itself as long as the browser can lay out the contents", () => {
    const map = scrollMap(280_000);
    map.scrolledTo(12_345);
    deepStrictEqual([map.height, map.top, map.shift], [280_000, 12_345, 0]);
    strictEqual(map.moveTo(70_000), 70_000);
  });

  it("limits the height, and reaches the first and the last all the same", () => {
    const total = 28 * 10_000_000;
    const map = scrollMap(total);
    strictEqual(map.height, MAX_HEIGHT);
    map.scrolledTo(MAX_HEIGHT - 600);
    strictEqual(map.top, total - 600);
    map.scrolledTo(0);
    strictEqual(map.top, 0);
  });

  it("moves pixel by pixel with a wheel, in proportion with the thumb", () => {
    const map = scrollMap(28 * 10_000_000);
    map.scrolledTo(1_000_000);
    const far = map.top;
    ok(Math.abs(far - 28 * 2_500_000) < 28 * 1000);
    map.scrolledTo(1_000_100);
    strictEqual(map.top, far + 100);
    strictEqual(map.top + map.shift, 1_000_100);
  });

  it("puts any place of the contents at the top", () => {
    fc.assert(
      fc.property(fc.integer({ min: 601, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const map = scrollMap(total);
        const top = Math.floor(share * (total - 600));
        const scrollTop = map.moveTo(top);
        strictEqual(map.top, top);
        ok(scrollTop >= 0 && scrollTop <= map.height - 600 + 1e-6);
        // The scroll event that follows changes nothing.
        map.scrolledTo(scrollTop);
        ok(Math.abs(map.top - top) <= 1e-3 * total);
      }),
    );
  });

  it("stays within what there is", () => {
    const map = scrollMap(1000);
    map.moveTo(5000);
    strictEqual(map.top, 400);
    map.resize(700, 600);
    strictEqual(map.top, 100);
    map.resize(100, 600);
    strictEqual(map.top, 0);
  });
});
