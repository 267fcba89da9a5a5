import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { columnsOf } from "../../../src/cli/columns.ts";
import { placeLines } from "../../../src/cli/place.ts";

describe("placeLines", () => {
  it("draws carets under the place", () => {
    deepEqual(placeLines("metrics.a == 1", { from: 10, to: 12 }), ["  metrics.a == 1", "            ^^"]);
    deepEqual(placeLines("a OR", { from: 4, to: 4 }), ["  a OR", "      ^"]);
    deepEqual(placeLines("", { from: 0, to: 0 }), ["  ", "  ^"]);
  });

  it("counts columns, not characters, and hides nothing", () => {
    deepEqual(placeLines("実験 = x", { from: 5, to: 6 }), ["  実験 = x", "         ^"]);
    deepEqual(placeLines("a\n\u001b = x", { from: 6, to: 7 }), ["  a\\n\\u{1b} = x", "              ^"]);
    deepEqual(placeLines("実験", { from: 0, to: 2 })[1], "  ^^^^");
  });

  it("shows of a long text what is around", () => {
    const [line = "", carets = ""] = placeLines(`${"a".repeat(500)}XX${"b".repeat(500)}`, { from: 500, to: 502 });
    equal(/^ {2}…a{60}XXb{60}…$/.test(line), true, line);
    equal(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1), "XX");
    equal(placeLines("a".repeat(9000), { from: 0, to: 9000 })[1], `  ${"^".repeat(40)}`);
  });

  it("draws at least one caret, inside the line or behind its end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const [line = "", carets = ""] = placeLines(text, { from, to });
        equal(/^ +\^+$/.test(carets), true);
        equal(columnsOf(carets) <= columnsOf(line) + 1, true, JSON.stringify([text, from, to]));
      }),
    );
  });
});
