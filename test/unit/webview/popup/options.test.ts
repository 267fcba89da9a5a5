import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { type ListEntry, optionAfterKey } from "../../../../src/webview/ui/options/listEntry.ts";
import { searchOf } from "../../../../src/webview/ui/options/search.ts";

const heading = (label: string): ListEntry => ({ kind: "heading", label });
const option = (id: string): ListEntry => ({ kind: "option", id, label: id });

describe("moving in a list below a text field", () => {
  const entries = [heading("A"), option("a"), option("b"), heading("C"), option("c")];
  const moved = (active: number, key: string) => optionAfterKey(entries, active, key);

  it("passes over headings, round the ends", () => {
    deepStrictEqual(
      [moved(-1, "ArrowDown"), moved(1, "ArrowDown"), moved(2, "ArrowDown"), moved(4, "ArrowDown")],
      [1, 2, 4, 1],
    );
    deepStrictEqual([moved(-1, "ArrowUp"), moved(4, "ArrowUp"), moved(1, "ArrowUp")], [4, 2, 4]);
  });

  it("stops at the ends by pages, and leaves other keys alone", () => {
    deepStrictEqual([moved(-1, "PageDown"), moved(4, "PageDown"), moved(4, "PageUp")], [4, 4, 1]);
    strictEqual(moved(1, "Home"), null);
    strictEqual(optionAfterKey([heading("A")], -1, "ArrowDown"), -1);
  });
});

describe("searching a list", () => {
  it("takes words in any order and case, or a regular expression between slashes", () => {
    ok(searchOf("LOSS val").matches("val/loss"));
    ok(!searchOf("loss val").matches("train/loss"));
    ok(searchOf("/^val.*loss$/").matches("Val/Loss"));
    ok(searchOf("/auc").matches("val_auc"));
    ok(searchOf("").matches("anything"));
    ok(searchOf("/").matches("a/b"));
  });

  it("says what is wrong with an expression, and finds nothing", () => {
    const search = searchOf("/(/");
    ok(search.error !== null && !search.matches("("));
  });

  it("looks at the start of endless names alone", () => {
    ok(!searchOf("/b$/").matches(`${"a".repeat(10_000)}b`));
  });
});
