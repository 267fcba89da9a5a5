import { deepEqual, equal, ok } from "node:assert/strict";
import { wordDiff } from "../../../../../../src/core/compare/wordDiff.ts";
import { excerpt } from "../../../../../../src/webview/runs/compare/values/excerpt.ts";
import { ratioText } from "../../../../../../src/webview/runs/compare/values/ratio.ts";

describe("the ratio of two values", () => {
  it("is said of numbers", () => {
    deepEqual([ratioText("12", "8"), ratioText("0.05", "0.1"), ratioText("1e-3", "1e-5")], ["×1.5", "×0.5", "×100"]);
    equal(ratioText("-2", "-1"), "×2");
  });

  it("is not said where it would say nothing", () => {
    for (const [value, base] of [
      ["1", "0"],
      ["-1", "1"],
      ["8", "8.0"],
      ["adam", "1"],
      ["", "1"],
      ["0x10", "1"],
      ["NaN", "1"],
      ["1e308", "1e-308"],
    ] as const) {
      equal(ratioText(value, base), null, `${value} of ${base}`);
    }
  });
});

describe("the excerpt of a long text", () => {
  it("keeps what stands beside a change", () => {
    const words = (last: string) => `${"same words ".repeat(40)}${last}${" and on".repeat(40)}`;
    const { after } = wordDiff(words("old"), words("new"));
    const shown = excerpt(after)
      .map(({ text }) => text)
      .join("");
    ok(shown.includes("new"));
    ok(shown.length < 80, shown);
    ok(shown.includes("…"));
  });

  it("leaves short texts whole and bounds endless changes", () => {
    const short = wordDiff("a b c", "a d c").after;
    equal(excerpt(short), short);
    const { after } = wordDiff("x", "y ".repeat(100_000));
    ok(excerpt(after).reduce((sum, { text }) => sum + text.length, 0) < 1300);
  });
});
