import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import {
  columnsBetween,
  layoutColumns,
  leftOf,
  widthOf,
  widthOfAll,
} from "../../../../src/webview/ui/grid/columnLayout.ts";
import { rowsBetween } from "../../../../src/webview/ui/grid/range.ts";

describe("the rows of a grid in sight", () => {
  const rows = { height: 28, count: 1000, more: 2 };

  it("are those that meet the window, and some more", () => {
    deepStrictEqual(rowsBetween(0, 280, rows), { first: 0, end: 12 });
    deepStrictEqual(rowsBetween(281, 561, rows), { first: 8, end: 23 });
  });

  it("end with the last", () => {
    deepStrictEqual(rowsBetween(28 * 995, 28 * 1005, rows), { first: 993, end: 1000 });
    deepStrictEqual(rowsBetween(28 * 2000, 28 * 2010, rows), { first: 1000, end: 1000 });
    deepStrictEqual(rowsBetween(0, 280, { ...rows, count: 0 }), { first: 0, end: 0 });
  });
});

const column = (width: number, pinned = false) => ({ width, pinned });

describe("the columns of a grid", () => {
  it("stand beside each other, pinned ones first", () => {
    const layout = layoutColumns([column(30, true), column(100, true), column(80), column(90)], 1000);
    deepStrictEqual(layout, { lefts: [0, 30, 130, 210, 300], pinned: 2 });
    deepStrictEqual([leftOf(layout, 2), widthOf(layout, 3), widthOfAll(layout)], [130, 90, 300]);
  });

  it("stay in sight only as far as they leave room for others", () => {
    const columns = [column(30, true), column(200, true), column(300, true), column(80)];
    strictEqual(layoutColumns(columns, 1000).pinned, 3);
    strictEqual(layoutColumns(columns, 500).pinned, 2);
    strictEqual(layoutColumns(columns, 40).pinned, 1);
  });

  it("are drawn where they meet the window, whatever their widths", () => {
    const widths = fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        widths,
        fc.nat({ max: 6 }),
        fc.nat({ max: 8000 }),
        fc.integer({ min: 100, max: 2000 }),
        (all, pinned, left, viewport) => {
          const layout = layoutColumns(
            all.map((width, at) => column(width, at < pinned)),
            viewport,
          );
          const { first, end } = columnsBetween(layout, left, viewport);
          for (let at = layout.pinned; at < all.length; at++) {
            const meets =
              leftOf(layout, at) < left + viewport && leftOf(layout, at + 1) > left + leftOf(layout, layout.pinned);
            if (meets) ok(at >= first && at < end, `column ${at} is in sight`);
          }
          ok(first >= layout.pinned && end <= all.length && first <= end);
        },
      ),
    );
  });
});
