import { deepStrictEqual, strictEqual } from "node:assert";
import fc from "fast-check";
import { rowWindow } from "../../../src/webview/ui/table/rowWindow.ts";
import { sorted } from "../../../src/webview/ui/table/sorting.ts";

describe("rowWindow", () => {
  it("draws the rows that meet the view", () => {
    deepStrictEqual(rowWindow([10, 10, 10, 10], 10, 30), { first: 1, end: 3, before: 10, after: 10 });
    deepStrictEqual(rowWindow([], 0, 100), { first: 0, end: 0, before: 0, after: 0 });
  });

  it("never changes the height of the whole", () => {
    const heights = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: -500, max: 9000 }),
        fc.integer({ min: 0, max: 2000 }),
        (all, top, size) => {
          const { first, end, before, after } = rowWindow(all, top, top + size);
          const drawn = all.slice(first, end).reduce((sum, height) => sum + height, 0);
          strictEqual(
            before + drawn + after,
            all.reduce((sum, height) => sum + height, 0),
          );
        },
      ),
    );
  });
});

describe("sorting", () => {
  const columns = [{ id: "n", title: "n", sortBy: (row: number | string | null) => row, render: String }];

  it("keeps the order given until asked", () => {
    deepStrictEqual(sorted([3, 1, 2], columns, null), [3, 1, 2]);
  });

  it("sorts both ways", () => {
    deepStrictEqual(sorted([3, 1, 2], columns, { column: "n", descending: false }), [1, 2, 3]);
    deepStrictEqual(sorted([3, 1, 2], columns, { column: "n", descending: true }), [3, 2, 1]);
  });

  it("puts numbers before texts, and what is missing last, whichever way round", () => {
    const rows = [Number.NaN, "b", 2, null, "a", Number.NEGATIVE_INFINITY];
    const up = sorted(rows, columns, { column: "n", descending: false });
    const down = sorted(rows, columns, { column: "n", descending: true });
    deepStrictEqual(up, [Number.NEGATIVE_INFINITY, 2, "a", "b", Number.NaN, null]);
    deepStrictEqual(down, ["b", "a", 2, Number.NEGATIVE_INFINITY, Number.NaN, null]);
  });
});
