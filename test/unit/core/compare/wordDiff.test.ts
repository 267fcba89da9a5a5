import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { type Stretch, wordDiff } from "../../../../src/core/compare/wordDiff.ts";

/** Changed pieces stand in brackets. */
function marked(stretches: readonly Stretch[]): string {
  return stretches.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");
}

/** What is unchanged. */
function kept(stretches: readonly Stretch[]): string {
  return stretches.map(({ text, changed }) => (changed ? "" : text)).join("");
}

function both(before: string, after: string): readonly [string, string] {
  const diff = wordDiff(before, after);
  return [marked(diff.before), marked(diff.after)];
}

describe("the difference of two texts by words", () => {
  it("marks the words that differ and no others", () => {
    deepEqual(both("adam with lr 0.1", "sgd with lr 0.05"), ["[adam] with lr [0.1]", "[sgd] with lr [0.05]"]);
  });

  it("keeps numbers, versions and names whole", () => {
    deepEqual(both("numpy==1.26.4", "numpy==2.0.1"), ["numpy==[1.26.4]", "numpy==[2.0.1]"]);
    deepEqual(both("1e-05", "1e-06"), ["[1e-05]", "[1e-06]"]);
    deepEqual(both("train_loss", "val_loss"), ["[train_loss]", "[val_loss]"]);
  });

  it("marks what only one of them has", () => {
    deepEqual(both("a, b, c", "a, b, d, c"), ["a, b, c", "a, b, [d, ]c"]);
    deepEqual(both("", "all new"), ["", "[all new]"]);
  });

  it("marks nothing in equal texts", () => {
    deepEqual(wordDiff("the same", "the same").before, [{ text: "the same", changed: false }]);
    deepEqual(wordDiff("", "").after, []);
  });

  it("finds the longest common subsequence, as a brute-force search does", () => {
    // Marks are words of one character.
    const mark = fc.constantFrom("#", "%", "&");
    const marks = fc.array(mark, { maxLength: 7 });
    fc.assert(
      fc.property(marks, marks, (left, right) => {
        const diff = wordDiff(left.join(""), right.join(""));
        equal(kept(diff.before).length, longest(left, right));
        equal(kept(diff.before), kept(diff.after));
      }),
    );
  });

  it("gives back both texts, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const diff = wordDiff(before, after);
        equal(diff.before.map(({ text }) => text).join(""), before);
        equal(diff.after.map(({ text }) => text).join(""), after);
      }),
    );
  });

  it("stays quick for texts of a megabyte that have nothing in common", () => {
    const begun = performance.now();
    const [before, after] = ["ab ".repeat(350_000), "cd ".repeat(350_000)];
    equal(
      wordDiff(before, after)
        .before.map(({ text }) => text)
        .join(""),
      before,
    );
    ok(performance.now() - begun < 3000);
  });
});

/** Length of the longest common subsequence, by trying everything. */
function longest(left: readonly string[], right: readonly string[]): number {
  const [first, ...rest] = left;
  if (first === undefined || right.length === 0) return 0;
  const at = right.indexOf(first);
  const without = longest(rest, right);
  return at < 0 ? without : Math.max(without, 1 + longest(rest, right.slice(at + 1)));
}
