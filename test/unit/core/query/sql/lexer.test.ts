import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { MOST_TOKENS, tokenize } from "../../../../../src/core/query/sql/lexer.ts";
import { quotedEnd } from "../../../../../src/core/query/sql/quoted.ts";
import { text } from "./texts.ts";

const types = (written: string): string =>
  tokenize(written)
    .filter((token) => token.type !== "Whitespace")
    .map((token) => `${token.type}:${written.slice(token.from, token.to)}`)
    .join(" ");

describe("words of a filter", () => {
  it("are names before and behind a dot, whatever SQL reserves, but for six", () => {
    equal(types("params.order"), "Name:params Punctuation:. Name:order");
    equal(types("order.x"), "Name:order Punctuation:. Name:x");
    equal(types("order = 1"), "Keyword:order Operator.Comparison:= Number.Integer:1");
    equal(types("params.in"), "Name:params Punctuation:. Keyword:in");
    equal(types("count(1)"), "Name:count Punctuation:( Number.Integer:1 Punctuation:)");
  });

  it("begin with a digit only where no number is cut out of them", () => {
    equal(types("a.1b"), "Name:a Punctuation:. Name:1b");
    equal(types("a.11b"), "Name:a Number.Float:.1 Name:1b");
    equal(types("111a"), "Number.Integer:11 Name:1a");
  });

  it("are numbers with a minus sign, a point, an exponent without plus", () => {
    equal(
      types("-1 .5 -.5 5. 1e5 1E-5 -0x1F"),
      [
        ...["Number.Integer:-1", "Number.Float:.5", "Number.Float:-.5", "Number.Float:5.", "Number.Float:1e5"],
        ...["Number.Float:1E-5", "Number.Hexadecimal:-0x1F"],
      ].join(" "),
    );
    equal(types("1e+5"), "Name:1e Operator:+ Number.Integer:5");
    equal(types("+1 1_0"), "Operator:+ Number.Integer:1 Name:1_0");
    equal(types("٣"), "Number.Integer:٣");
  });

  it("are times back only where they are asked for", () => {
    const ago = (written: string) => tokenize(written, true).map((token) => token.type);
    deepEqual(ago("-7d"), ["Number.Integer"]);
    deepEqual(ago("-1.5h"), ["Number.Integer"]);
    equal(types("-7d"), "Operator:- Name:7d");
    deepEqual(ago("-7days"), ["Operator", "Name"]);
  });

  it("keep quotes, comments and dollar texts whole, and read an open one word by word", () => {
    equal(types("'a b' \"c d\" `e f`"), "String.Single:'a b' String.Symbol:\"c d\" Name:`e f`");
    equal(types("/* a */ -- b"), "Comment.Multiline:/* a */ Comment.Single:-- b");
    equal(types("$x$ a $x$"), "Literal:$x$ a $x$");
    equal(types("'a /* b"), "Error:' Name:a Operator:/ Wildcard:* Name:b");
    equal(types("[a b]"), "Name:[a b]");
  });

  it("join NOT LIKE, NOT NULL and DESC NULLS LAST", () => {
    equal(types("NOT  like"), "Operator.Comparison:NOT  like");
    equal(types("not null"), "Keyword:not null");
    equal(types("DESC NULLS LAST"), "Keyword.Order:DESC NULLS LAST");
  });

  it("cover the whole text, one behind the other, whatever it is", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (written, ago) => {
        let at = 0;
        for (const { from, to } of tokenize(written, ago)) {
          equal(from, at);
          equal(to > from, true);
          at = to;
        }
        equal(at, written.length);
      }),
      { numRuns: 1000 },
    );
  });

  it("are no more than are understood, in time that grows with the text", () => {
    const before = Date.now();
    equal(tokenize("a ".repeat(100_000)).length, MOST_TOKENS + 1);
    for (const hostile of ["a", "1", " ", "/*", "'", '"', "\\'", "$a$", "-", "((", "a.", "''"]) {
      tokenize(hostile.repeat(200_000 / hostile.length));
    }
    equal(Date.now() - before < 5000, true, `${Date.now() - before} ms`);
  });
});

describe("quotedEnd", () => {
  const reference: Readonly<Record<string, RegExp>> = {
    "'": /^'(?:''|\\'|[^'])*'/,
    '"': /^"(?:""|\\"|[^"])*"/,
    "`": /^`(?:``|[^`])*`/,
  };

  it("ends where a backtracking search ends", () => {
    const inside = fc.array(fc.constantFrom("'", '"', "`", "\\", "a", "\n")).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.constantFrom("'", '"', "`"), inside, (quote, rest) => {
        equal(quotedEnd(quote + rest, 0), reference[quote]?.exec(quote + rest)?.[0].length ?? -1);
      }),
      { numRuns: 3000 },
    );
  });
});
