import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import { itemStartingWith, LINE, type MenuEntry, nextItem } from "../../../../src/webview/ui/menu/menuEntry.ts";
import { boxAt, placeBeside } from "../../../../src/webview/ui/popup/placement.ts";

const screen = { width: 800, height: 600 };

describe("where something pops up", () => {
  it("is below its anchor, from its left edge", () => {
    const placed = placeBeside({ left: 100, top: 20, right: 160, bottom: 44 }, { width: 200, height: 300 }, screen);
    deepStrictEqual([placed.left, placed.top], [100, 46]);
  });

  it("is above where there is more room", () => {
    const placed = placeBeside({ left: 100, top: 500, right: 160, bottom: 524 }, { width: 200, height: 300 }, screen);
    strictEqual(placed.top, 198);
  });

  it("is within the window, whatever its size", () => {
    const length = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(fc.nat({ max: 800 }), fc.nat({ max: 600 }), length, length, (x, y, width, height) => {
        const placed = placeBeside(boxAt(x, y), { width, height }, screen);
        ok(placed.left >= 4 && placed.top >= 2);
        ok(placed.top + Math.min(height, placed.maxHeight) <= 598);
        ok(width > 792 || placed.left + width <= 796);
      }),
    );
  });
});

const item = (label: string, isOff = false): MenuEntry => ({ kind: "item", label, isOff, run: () => undefined });

describe("moving in a menu", () => {
  const entries = [item("Open"), LINE, item("Pin", true), item("Copy ID"), item("Copy Row")];

  it("passes over lines and what is off, round and round", () => {
    deepStrictEqual([nextItem(entries, 0, 1), nextItem(entries, 3, 1), nextItem(entries, 4, 1)], [3, 4, 0]);
    deepStrictEqual([nextItem(entries, 0, -1), nextItem(entries, 3, -1)], [4, 0]);
    deepStrictEqual([nextItem(entries, -1, 1), nextItem(entries, entries.length, -1)], [0, 4]);
  });

  it("finds the next that starts with a letter", () => {
    deepStrictEqual([itemStartingWith(entries, 0, "c"), itemStartingWith(entries, 3, "C")], [3, 4]);
    deepStrictEqual([itemStartingWith(entries, 0, "p"), itemStartingWith(entries, 0, "x")], [-1, -1]);
  });

  it("goes nowhere where everything is off", () => {
    strictEqual(nextItem([item("Pin", true), LINE], 0, 1), -1);
  });
});
