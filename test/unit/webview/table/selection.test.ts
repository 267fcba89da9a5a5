import { deepStrictEqual, strictEqual } from "node:assert";
import type { RunRef } from "../../../../src/core/model/run.ts";
import {
  EVERYTHING,
  extended,
  isSelected,
  NOTHING,
  selectedCount,
  selectionOf,
  toggled,
} from "../../../../src/webview/runs/table/selection.ts";

const ref = (run: string): RunRef => ({ store: "/s", experiment: "0", run });
const [a, b, c] = [ref("a"), ref("b"), ref("c")];

describe("the selection of a table", () => {
  it("takes runs in and out", () => {
    const one = toggled(NOTHING, [a]);
    const two = toggled(one, [b]);
    deepStrictEqual([isSelected(two, a), isSelected(two, b), isSelected(two, c)], [true, true, false]);
    strictEqual(selectedCount(toggled(two, [a]), 100), 1);
    strictEqual(isSelected(one, b), false);
  });

  it("takes several in where one of them was out", () => {
    strictEqual(selectedCount(toggled(selectionOf([a]), [a, b]), 100), 2);
    strictEqual(selectedCount(toggled(selectionOf([a, b]), [a, b]), 100), 0);
  });

  it("is of everything without naming it", () => {
    strictEqual(selectedCount(EVERYTHING, 100_000), 100_000);
    const some = toggled(EVERYTHING, [b]);
    deepStrictEqual([isSelected(some, a), isSelected(some, b), selectedCount(some, 100)], [true, false, 99]);
    strictEqual(selectedCount(extended(some, [b]), 100), 100);
  });

  it("grows by a range", () => {
    strictEqual(selectedCount(extended(selectionOf([a]), [a, b, c]), 100), 3);
  });
});
