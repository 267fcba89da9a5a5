import { deepStrictEqual, strictEqual } from "node:assert";
import { moveCursor } from "../../../../src/webview/ui/grid/cursor.ts";

const bounds = { rows: 100, columns: 8, page: 20 };

function moved(row: number, column: number, key: string, ctrlKey = false): unknown {
  const to = moveCursor({ row, column }, { key, ctrlKey, metaKey: false }, bounds);
  return to === null ? null : [to.row, to.column];
}

describe("the cursor of a grid", () => {
  it("follows the arrows, up into the header and no further", () => {
    deepStrictEqual(moved(5, 5, "ArrowDown"), [6, 5]);
    deepStrictEqual(moved(0, 5, "ArrowUp"), [-1, 5]);
    deepStrictEqual(moved(-1, 5, "ArrowUp"), [-1, 5]);
    deepStrictEqual(moved(99, 7, "ArrowDown"), [99, 7]);
    deepStrictEqual(moved(5, 0, "ArrowLeft"), [5, 0]);
    deepStrictEqual(moved(5, 7, "ArrowRight"), [5, 7]);
  });

  it("goes to the ends of a row, and of the grid with Ctrl", () => {
    deepStrictEqual(moved(5, 5, "Home"), [5, 0]);
    deepStrictEqual(moved(5, 5, "End"), [5, 7]);
    deepStrictEqual(moved(5, 5, "Home", true), [0, 0]);
    deepStrictEqual(moved(5, 5, "End", true), [99, 7]);
    deepStrictEqual(moved(5, 5, "ArrowDown", true), [99, 5]);
    deepStrictEqual(moved(5, 5, "ArrowUp", true), [0, 5]);
  });

  it("moves by pages within the rows", () => {
    deepStrictEqual(moved(5, 1, "PageDown"), [25, 1]);
    deepStrictEqual(moved(95, 1, "PageDown"), [99, 1]);
    deepStrictEqual(moved(25, 1, "PageUp"), [5, 1]);
    deepStrictEqual(moved(5, 1, "PageUp"), [0, 1]);
    deepStrictEqual(moved(-1, 1, "PageDown"), [20, 1]);
  });

  it("is moved by no other key", () => {
    strictEqual(moved(5, 5, "a"), null);
  });

  it("has only the header where there are no rows", () => {
    const to = moveCursor(
      { row: 0, column: 0 },
      { key: "ArrowDown", ctrlKey: false, metaKey: false },
      { ...bounds, rows: 0 },
    );
    deepStrictEqual(to, { row: -1, column: 0 });
  });
});
