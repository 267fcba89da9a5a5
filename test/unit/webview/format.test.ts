import { deepStrictEqual, strictEqual } from "node:assert";
import fc from "fast-check";
import { shortNumber, shortSize } from "../../../src/core/model/numberText.ts";
import { exactNumber } from "../../../src/webview/ui/format/number.ts";
import { matcher, visibleLines } from "../../../src/webview/ui/format/text.ts";

describe("numbers for people", () => {
  it("keeps four significant digits and whole numbers whole", () => {
    const shown = [0.41235817, 1284, 12345.678, 1e308, 5e-324, 0, 0.5, -0.00001234, 1e7].map(shortNumber);
    deepStrictEqual(shown, ["0.4124", "1284", "12346", "1e308", "4.941e-324", "0", "0.5", "-1.234e-5", "1e7"]);
  });

  it("names what is not finite", () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    deepStrictEqual(values.map(shortNumber), ["NaN", "Infinity", "-Infinity"]);
  });

  it("writes exact numbers that read back the same", () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), (value) => Object.is(Number(exactNumber(value)), value)));
  });

  it("shows sizes in the unit people read", () => {
    const sizes = [0, 999, 1000, 20_314, 999_600, 1_804_321, 1e15];
    deepStrictEqual(sizes.map(shortSize), ["0 B", "999 B", "1.0 kB", "20 kB", "1.0 MB", "1.8 MB", "1000 TB"]);
  });
});

describe("texts of strangers", () => {
  it("makes hidden characters visible but keeps lines and tabs", () => {
    strictEqual(visibleLines("a\u202eb\n\tc\r\nd\u0000"), "a\\u{202e}b\n\tc\r\nd\\u{0}");
  });

  it("matches where all words are found, in any of the texts", () => {
    const matches = matcher(" Val  LOSS ");
    deepStrictEqual([matches("val_loss"), matches("val", "loss"), matches("value")], [true, true, false]);
    strictEqual(matcher("  ")("anything"), true);
  });
});
