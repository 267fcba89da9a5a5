import { deepStrictEqual, ok, strictEqual } from "node:assert";
import type { NumberColumn } from "../../../../../../src/core/compare/manyRuns/columns.ts";
import { codingOf, ownCoding, plainCoding } from "../../../../../../src/webview/ui/chart/items/coding.ts";
import { cellText, columnScale, columnText } from "../../../../../../src/webview/ui/chart/items/columnScale.ts";
import { orderOf, stepFrom } from "../../../../../../src/webview/ui/chart/items/stepping.ts";
import { paramColumn } from "./support.ts";

const NAN = Number.NaN;

function numbers(values: readonly number[], more: Partial<NumberColumn> = {}): NumberColumn {
  const column = { of: "param", key: "lr", missing: 0, range: null, isLogarithmic: false } as const;
  return { kind: "number", ...column, values: Float64Array.from(values), ...more };
}

const texts = (...values: (string | null)[]) => paramColumn("model", ...values);

describe("going from item to item", () => {
  const order = orderOf([0, 1, 2], [30, 10, 20], [1, 3, 2]);

  it("follows what is drawn: across by x, up and down by y", () => {
    deepStrictEqual(order, { across: [1, 2, 0], upwards: [0, 2, 1] });
    strictEqual(stepFrom(order, null, "ArrowRight"), 1);
    strictEqual(stepFrom(order, 1, "ArrowRight"), 2);
    strictEqual(stepFrom(order, 1, "ArrowLeft"), 1);
    strictEqual(stepFrom(order, 2, "ArrowUp"), 1);
    strictEqual(stepFrom(order, 2, "ArrowDown"), 0);
    deepStrictEqual([stepFrom(order, 2, "Home"), stepFrom(order, 2, "End")], [1, 0]);
  });

  it("ends nowhere where there is nothing", () => {
    strictEqual(stepFrom({ across: [], upwards: [] }, null, "ArrowRight"), null);
  });
});

describe("items told apart by a column", () => {
  it("have the look of their category, those without one are dimmed", () => {
    const { of, legend } = codingOf(texts("b", "a", null));
    deepStrictEqual([...of], [1, 0, 2]);
    const looks = legend.map(({ label, look }) => ({ label, look }));
    deepStrictEqual(looks, [
      { label: "a", look: 0 },
      { label: "b", look: 1 },
      { label: "(none)", look: null },
    ]);
  });

  it("share one look from the twelfth category on", () => {
    const { of, legend } = codingOf(texts(...Array.from({ length: 20 }, (_, i) => `c${i}`)));
    strictEqual(legend.length, 12);
    strictEqual(legend.at(-1)?.label, "9 others");
    deepStrictEqual([of[10], of[11], of[19]], [10, 11, 11]);
  });

  it("lie along a ramp by their numbers; NaN and infinities do not", () => {
    const { of, classes, legend } = codingOf(numbers([0, 5, 10, NAN, Number.POSITIVE_INFINITY]));
    deepStrictEqual([...of], [0, 8, 15, 16, 16]);
    strictEqual(classes[16]?.look, null);
    deepStrictEqual(
      legend.map(({ label }) => label),
      ["0", "5", "10", "(none)"],
    );
  });

  it("lie along it by their powers where they reach over decades", () => {
    const column = numbers([1, 10, 10_000], { isLogarithmic: true });
    deepStrictEqual([...codingOf(column).of], [0, 4, 15]);
  });

  it("are alike, or as they look elsewhere, without a column", () => {
    deepStrictEqual(plainCoding(2).legend, []);
    const own = ownCoding(["a", "b"], [5, 9]);
    deepStrictEqual([...own.of], [0, 1]);
    ok(own.legend.length === 2 && own.legend[1]?.look === 9);
    const marks = ownCoding(Array.from("abcdefghijklmn"), new Array(14).fill(0)).classes.map(({ mark }) => mark);
    strictEqual(new Set(marks.map((mark) => JSON.stringify(mark))).size, 14);
  });

  it("are told apart without any colour, by categories and by numbers", () => {
    const categories = Array.from({ length: 20 }, (_, i) => `c${i}`);
    const many = {
      kind: "category",
      of: "param",
      key: "k",
      missing: 1,
      categories,
      codes: Int32Array.from([-1]),
    } as const;
    const { legend } = codingOf(many);
    strictEqual(legend.length, 13);
    strictEqual(new Set(legend.map(({ mark }) => JSON.stringify(mark))).size, 13);
    const ends = codingOf(numbers([1, 2, NAN])).legend.map(({ mark }) => mark);
    deepStrictEqual(ends, [
      { shape: "down" },
      { shape: "circle" },
      { shape: "triangle" },
      { shape: "circle", hollow: true },
    ]);
  });
});

describe("the scale of a column", () => {
  it("counts whole numbers in whole ones, dates as dates, durations as durations", () => {
    strictEqual(columnScale(numbers([1, 2, NAN]), false).kind, "whole");
    strictEqual(columnScale(numbers([1, 2.5]), false).kind, "linear");
    strictEqual(columnScale(numbers([1, 2]), true).kind, "log");
    strictEqual(columnScale(numbers([1, 2], { of: "attribute", key: "start" }), true).kind, "time");
    strictEqual(columnScale(numbers([1, 2], { of: "attribute", key: "duration" }), false).kind, "elapsed");
  });

  it("is any scale where there is no number to show", () => {
    deepStrictEqual(columnScale(numbers([NAN]), false), { kind: "whole", from: 0, to: 1 });
    deepStrictEqual(columnScale(numbers([-1, 0]), true), { kind: "log", from: 1, to: 10 });
  });
});

describe("what a run has in a column", () => {
  it("is said as people read it, with nothing hidden in it", () => {
    strictEqual(cellText(numbers([0.123456]), 0), "0.1235");
    strictEqual(cellText(numbers([NAN]), 0), "NaN");
    strictEqual(cellText(numbers([90_000], { of: "attribute", key: "duration" }), 0), "1 min 30 s");
    strictEqual(cellText(texts("a\nb", null), 0), "a\\nb");
    strictEqual(cellText(texts("a", null), 1), "–");
    strictEqual(columnText(""), '""');
  });
});
