import { deepEqual } from "node:assert/strict";
import { columnWidth, columnWindow } from "../../../../../../src/webview/runs/compare/grid/columnWindow.ts";
import { gridMove } from "../../../../../../src/webview/runs/compare/grid/gridMoves.ts";

describe("the columns that are drawn", () => {
  it("are all of a few", () => {
    deepEqual(columnWindow(24, 100, 500, 300), { first: 0, end: 24, before: 0, after: 0 });
  });

  it("are those on screen and some beside them of many", () => {
    deepEqual(columnWindow(500, 100, 1000, 300), { first: 7, end: 16, before: 700, after: 48_400 });
    deepEqual(columnWindow(500, 100, 0, 300), { first: 0, end: 6, before: 0, after: 49_400 });
  });

  it("end with the last", () => {
    deepEqual(columnWindow(30, 100, 1e6, 300), { first: 30, end: 30, before: 3000, after: 0 });
  });

  it("share the space, within bounds", () => {
    deepEqual(
      [columnWidth(3, 1200, 180, 420), columnWidth(2, 1200, 180, 420), columnWidth(50, 1200, 180, 420)],
      [400, 420, 180],
    );
  });
});

describe("keys in a grid", () => {
  const size = { rows: 10, columns: 4, page: 5 };
  const move = (row: number, column: number, key: string, ctrl = false) => {
    const to = gridMove({ row, column }, key, ctrl, size);
    return to === null ? null : [to.row, to.column];
  };

  it("move by one and stop at the edges, heads included", () => {
    deepEqual(move(0, 0, "ArrowUp"), [-1, 0]);
    deepEqual(move(-1, 0, "ArrowUp"), [-1, 0]);
    deepEqual(move(3, 0, "ArrowLeft"), [3, -1]);
    deepEqual(move(3, 3, "ArrowRight"), [3, 3]);
    deepEqual(move(9, 3, "ArrowDown"), [9, 3]);
  });

  it("move by pages and to the ends", () => {
    deepEqual(move(1, 1, "PageDown"), [6, 1]);
    deepEqual(move(7, 1, "PageUp"), [2, 1]);
    deepEqual(move(7, 2, "Home"), [7, -1]);
    deepEqual(move(7, 2, "End"), [7, 3]);
    deepEqual(move(7, 2, "Home", true), [0, -1]);
    deepEqual(move(7, 2, "End", true), [9, 3]);
  });

  it("are left alone where they move nothing", () => {
    deepEqual(move(1, 1, "a"), null);
  });
});
