import { deepStrictEqual, strictEqual } from "node:assert";
import fc from "fast-check";
import { shortNumber, shortSize } from "../../../src/core/model/numberText.ts";
import { exactNumber } from "../../../src/webview/ui/format/number.ts";
import { matcher, visibleLines } from "../../../src/webview/ui/format/text.ts";
import { ago, duration } from "../../../src/webview/ui/format/time.ts";

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
    deepStrictEqual([0, 999, 1000, 20_314, 1_804_321].map(shortSize), ["0 B", "999 B", "1.0 kB", "20 kB", "1.8 MB"]);
  });
});

describe("times for people", () => {
  it("says how long ago in one unit", () => {
    const day = 86_400_000;
    const shown = [-5, 30_000, 120_000, 7_200_000, 3 * day, 60 * day, 800 * day].map((passed) => ago(0, passed));
    deepStrictEqual(shown, ["just now", "just now", "2 min ago", "2 h ago", "3 d ago", "2 mo ago", "2 y ago"]);
  });

  it("says how long something took in two", () => {
    const shown = [250, 4_200, 42_000, 252_000, 4_000_000, 100_000_000].map(duration);
    deepStrictEqual(shown, ["250 ms", "4.2 s", "42 s", "4 min 12 s", "1 h 6 min", "1 d 3 h"]);
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
