import { equal } from "node:assert/strict";
import fc from "fast-check";
import { markdownCode, markdownTable, markdownText } from "../../../../../src/core/compare/export/markdownText.ts";
import { visibleText } from "../../../../../src/core/model/visibleText.ts";
import { rendered, seenText } from "./rendered.ts";

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."ab |\\`*_[]()<>!&#@-+.:/\n\u200b"), maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

describe("text in Markdown", () => {
  it("is a plain span where that is enough", () => {
    equal(markdownCode("lr=0.1"), "`lr=0.1`");
    equal(markdownCode(""), "");
    equal(markdownCode("a|b"), "<code>a&#124;b</code>");
  });

  it("reads as it is in a table's cell", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.trim() !== "");
        const html = rendered(markdownTable(["x"], [[markdownCode(text)]], new Set()));
        const cell = /<td>([\s\S]*)<\/td>/.exec(html)?.[1] ?? "";
        equal(seenText(cell), visibleText(text));
        equal(/<(?!\/?code>)/.test(cell), false, cell);
      }),
      { numRuns: 500 },
    );
  });

  it("reads as it is among our own words", () => {
    equal(
      seenText(rendered(`x ${markdownText("a*b* <i> [c](d) `e` & ~f~")} y`)),
      "<p>x a*b* <i> [c](d) `e` & ~f~ y</p>".slice(3, -4),
    );
  });
});
