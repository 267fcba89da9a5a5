import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import type { Node } from "../../../../../src/core/query/sql/node.ts";
import { parseSql } from "../../../../../src/core/query/sql/parse.ts";
import { text } from "./texts.ts";

/** Groups with what they hold, words as written. */
function shape(written: string): string {
  const parsed = parseSql(written);
  if (parsed.kind !== "parsed") return parsed.kind;
  const said = (node: Node): string =>
    node.group === null ? written.slice(node.from, node.to) : `${node.group}(${node.children.map(said).join("|")})`;
  return parsed.first.children.map(said).join("|");
}

describe("a filter as MLflow's parser groups it", () => {
  it("makes comparisons of a name, an operator and a value", () => {
    equal(shape("metrics.acc>1"), "Comparison(Identifier(metrics|.|acc)|>|1)");
    equal(shape("a = 'x'"), "Comparison(Identifier(a)| |=| |'x')");
    equal(shape("a LIKE b"), "Comparison(Identifier(a)| |LIKE| |Identifier(b))");
  });

  it("leaves IN and IS as words", () => {
    equal(shape("a IN ('b')"), "Identifier(a)| |IN| |Parenthesis((|'b'|))");
    equal(shape("a IS NOT NULL"), "Identifier(a)| |IS| |NOT NULL");
  });

  it("takes a second name for an alias, behind a comparison too", () => {
    equal(
      shape("a b"),
      "Identifier(Identifier(a)| |Identifier(b))".replace("Identifier(Identifier(a)|", "Identifier(a|"),
    );
    equal(shape("a = 1 b"), "Identifier(Comparison(Identifier(a)| |=| |1)| |Identifier(b))");
  });

  it("makes operations of what stands around / - * before it compares", () => {
    equal(shape("a/b < 1"), "Comparison(Operation(Identifier(a)|/|Identifier(b))| |<| |1)");
  });

  it("nests what stands behind a second operator", () => {
    equal(shape("a = 1 = 2"), "Comparison(Comparison(Identifier(a)| |=| |1)| |=| |2)");
  });

  it("puts a comment into the group before it, but not at the end", () => {
    equal(shape("a = 1 /* c */ AND b"), "Comparison(Identifier(a)| |=| |1| |Comment(/* c */))| |AND| |Identifier(b)");
    equal(shape("a = 1 -- c"), "Comparison(Identifier(a)| |=| |1)| |-- c");
  });

  it("counts statements", () => {
    const statements = (written: string) => {
      const parsed = parseSql(written);
      return parsed.kind === "parsed" ? parsed.statements : parsed.kind;
    };
    const written = [
      "a = 1",
      "a = 1;",
      "a = 1; ",
      "a = 1; b = 2",
      "(a; b)",
      "BEGIN a; b END; c",
      "a GO b",
      "a go b",
      " ",
    ];
    deepEqual(written.map(statements), [1, 1, 1, 2, 1, 2, 2, 1, "blank"]);
  });

  it("refuses what is nested too deep or too long", () => {
    equal(shape("(".repeat(101) + ")".repeat(101)), "too-much");
    equal(shape("a ".repeat(6000)), "too-much");
  });

  it("loses nothing: groups lie in each other, in order, whatever the text", () => {
    const check = (node: Node): void => {
      let at = node.from;
      for (const child of node.children) {
        equal(child.from, at);
        check(child);
        at = child.to;
      }
      if (node.group !== null) equal(at, node.to);
    };
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parseSql(written);
        if (parsed.kind === "parsed") check(parsed.first);
      }),
      { numRuns: 1000 },
    );
  });
});
