import { equal } from "node:assert/strict";
import fc from "fast-check";
import { likeTest } from "../../../../src/core/query/like.ts";

/** MLflow's own way: a regular expression, matched from the start. */
function asPython(pattern: string, text: string): boolean {
  const inside = [...pattern]
    .map((c) => (c === "%" ? "[^\\n]*" : c === "_" ? "[^\\n]" : c.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&")))
    .join("");
  return new RegExp(`^${inside}${pattern.endsWith("%") ? "" : "(?=\\n?$)"}`, "u").test(text);
}

/** By the letter: `%` any run, `_` one character. */
function asSql(pattern: readonly string[], text: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === "%") return asSql(rest, text) || (text.length > 0 && asSql(pattern, text.slice(1)));
  return text.length > 0 && (first === "_" || first === text[0]) && asSql(rest, text.slice(1));
}

const characters = (...more: readonly string[]) =>
  fc.array(fc.constantFrom("a", "b", "\n", "😀", ".", ...more), { maxLength: 9 }).map((all) => all.join(""));

describe("LIKE", () => {
  it("of a file store is Python's regular expression", () => {
    fc.assert(
      fc.property(characters("%", "_", "%"), characters(), (pattern, text) => {
        equal(likeTest(pattern, "file", false)(text), asPython(pattern, text), JSON.stringify([pattern, text]));
      }),
      { numRuns: 5000 },
    );
  });

  it("of a database knows no lines", () => {
    fc.assert(
      fc.property(characters("%", "_", "%"), characters(), (pattern, text) => {
        equal(
          likeTest(pattern, "sqlite", false)(text),
          asSql([...pattern], [...text]),
          JSON.stringify([pattern, text]),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it("tells case apart, ILIKE does not: all letters in a file store, ASCII in a database", () => {
    equal(likeTest("A%", "file", false)("abc"), false);
    equal(likeTest("A%", "file", true)("abc"), true);
    for (const [pattern, text] of [
      ["GRÖSSE", "größe"],
      ["ÄÖ", "äö"],
      ["ЖУК", "жук"],
      ["Σ", "ς"],
      ["K", "\u212a"],
      ["İ", "i"],
    ] as const) {
      equal(likeTest(pattern, "file", true)(text), pattern !== "GRÖSSE", pattern);
      equal(likeTest(pattern, "sqlite", true)(text), false, pattern);
    }
    equal(likeTest("ß", "file", true)("ẞ"), true);
  });

  it("takes a long text and a hostile pattern in its stride", () => {
    const before = Date.now();
    equal(likeTest("%a".repeat(500), "file", false)("ab".repeat(4000)), false);
    equal(likeTest(`${"%_a".repeat(200)}%c`, "sqlite", true)("ab".repeat(4000)), false);
    equal(Date.now() - before < 2000, true);
  });
});
