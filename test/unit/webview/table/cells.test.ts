import { deepStrictEqual, ok, strictEqual } from "node:assert";
import fc from "fast-check";
import type { CellStats, ColumnProfile } from "../../../../src/core/model/runsTable.ts";
import type { RunRow } from "../../../../src/core/model/views.ts";
import { barStyle, statsBar, valueBar } from "../../../../src/webview/runs/table/cells/bar.ts";
import { CategoryLooks, isCategory } from "../../../../src/webview/runs/table/cells/categoryLooks.ts";
import { cellText } from "../../../../src/webview/runs/table/cells/cellText.ts";
import { cellWords, exactText, runWords } from "../../../../src/webview/runs/table/cells/cellWords.ts";
import { isBest } from "../../../../src/webview/runs/table/cells/valueCell.ts";
import { profileLines } from "../../../../src/webview/runs/table/header/profileWords.ts";
import { attribute, constant, metric, param, profile } from "./profiles.ts";

const stats = (changes: Partial<CellStats> = {}): CellStats => ({
  count: 3,
  mean: 2,
  std: 1,
  min: 1,
  max: 3,
  ...changes,
});

describe("the text of a cell", () => {
  it("is short for numbers, relative for times", () => {
    const hour = 3_600_000;
    deepStrictEqual(
      [
        cellText(0.41235817, "number", 0),
        cellText(1e12, "time", 1e12 + 2 * hour),
        cellText(hour, "duration", 0),
        cellText("adam", "text", 0),
      ],
      ["0.4124", "2 h ago", "1 h 0 min", "adam"],
    );
  });

  it("tells NaN, infinities, missing and empty apart", () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null, ""];
    deepStrictEqual(
      values.map((value) => cellText(value, "number", 0)),
      ["NaN", "Infinity", "-Infinity", "–", "(empty)"],
    );
  });

  it("is bounded and hides nothing", () => {
    strictEqual(cellText("\u202ea\n", "text", 0), "\\u{202e}a\\n");
    ok(cellText("x".repeat(1e6), "text", 0).length <= 300);
  });

  it("is mean and deviation for groups", () => {
    strictEqual(cellText(stats({ mean: 0.123456, std: 0.0456789 }), "number", 0), "0.123 ± 0.0457");
    strictEqual(cellText(stats({ std: null }), "number", 0), "2");
    strictEqual(cellText(stats({ count: 0, mean: null }), "number", 0), "–");
    strictEqual(cellText(stats({ mean: null, std: null }), "number", 0), "–");
  });

  it("is from day to day for times of groups", () => {
    const [min, max] = [new Date(2026, 2, 1, 12).getTime(), new Date(2026, 2, 3, 12).getTime()];
    strictEqual(cellText(stats({ min, max }), "time", 0), "2026-03-01 – 2026-03-03");
    strictEqual(cellText(stats({ min, max: min }), "time", 0), "2026-03-01");
  });
});

describe("the words of a cell", () => {
  const rmse = profile(metric("rmse"), { goal: "min", range: [0.1, 0.9] });

  it("are exact", () => {
    strictEqual(cellWords(0.41235817, metric("rmse"), rmse), "0.41235817");
    strictEqual(exactText(-0, "number"), "-0");
    strictEqual(cellWords(null, metric("rmse"), rmse), "No value");
    strictEqual(cellWords(stats(), metric("rmse"), rmse).split("\n")[3], "Least: 1");
  });

  it("say what is best, of the last values alone", () => {
    strictEqual(cellWords(0.1, metric("rmse"), rmse), "0.1\nBest of 10");
    strictEqual(cellWords(0.1, metric("rmse", "first"), rmse), "0.1");
  });

  it("are bounded for texts of any length", () => {
    ok(cellWords("x".repeat(1e6), param("lr"), profile(param("lr"))).length < 2100);
    const row = { label: "y".repeat(1e6), id: "z", problems: 2, lifecycle: "deleted" } as RunRow;
    const words = runWords(row).split("\n");
    ok((words[0]?.length ?? 0) < 2100);
    deepStrictEqual(words.slice(1), ["z", "Deleted", "2 problems"]);
  });
});

describe("the best of a column", () => {
  const goal = (goal: ColumnProfile["goal"]) => profile(metric("m"), { goal, range: [1, 3] });

  it("is where its goal says", () => {
    deepStrictEqual([isBest(1, goal("min")), isBest(3, goal("min"))], [true, false]);
    deepStrictEqual([isBest(1, goal("max")), isBest(3, goal("max"))], [false, true]);
  });

  it("is nothing where nobody knows, or where all are equal", () => {
    strictEqual(isBest(1, goal("unknown")), false);
    strictEqual(isBest(1, profile(metric("m"), { goal: "min", range: [1, 1] })), false);
  });
});

describe("the bar of a cell", () => {
  const scale = (goal: ColumnProfile["goal"], range: [number, number] = [0, 10]) => ({ goal, range });

  it("is the longer the better", () => {
    strictEqual(valueBar(2, scale("max"))?.to, 0.2);
    strictEqual(valueBar(2, scale("min"))?.to, 0.8);
    strictEqual(valueBar(2, scale("unknown"))?.to, 0.2);
    ok((valueBar(0, scale("max"))?.to ?? 0) > 0);
  });

  it("is none without a range or a place in it", () => {
    deepStrictEqual([valueBar(1, scale("max", [1, 1])), valueBar(Number.NaN, scale("max"))], [null, null]);
    strictEqual(valueBar(Number.POSITIVE_INFINITY, scale("max")), null);
    strictEqual(statsBar(stats({ min: null, max: null }), scale("max")), null);
  });

  it("lies within its cell, whatever the doubles", () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(double, double, double, double, (a, b, c, d) => {
        const [low = 0, high = 0] = [a, b].sort((x, y) => x - y);
        const one = valueBar(c, scale("min", [low, high]));
        const many = statsBar(stats({ min: Math.min(c, d), max: Math.max(c, d) }), scale("max", [low, high]));
        for (const bar of [one, many]) {
          if (bar === null) continue;
          ok(bar.from >= 0 && bar.to <= 1 && bar.to > bar.from);
          ok(/^\d+(\.\d)?%$/.test(barStyle(bar).size) && /^\d+(\.\d)?%$/.test(barStyle(bar).x));
        }
      }),
    );
  });

  it("is placed as CSS counts: in per cent of the room that is left", () => {
    deepStrictEqual(barStyle({ from: 0.25, to: 0.75 }), { size: "50%", x: "50%" });
    deepStrictEqual(barStyle({ from: 0, to: 1 }), { size: "100%", x: "0%" });
  });
});

describe("the colours of categories", () => {
  const model = profile(param("model"), {
    distinct: 3,
    top: ["b", "c", "a"].map((value) => ({ value, count: 3 })),
  });

  it("are given in natural order, and stay when a filter leaves fewer", () => {
    const looks = new CategoryLooks();
    deepStrictEqual(
      ["a", "b", "c"].map((value) => looks.look(model, value)),
      [0, 1, 2],
    );
    const fewer = profile(param("model"), { distinct: 2, top: [{ value: "c", count: 2 }] });
    strictEqual(looks.look(fewer, "c"), 2);
    strictEqual(looks.look(fewer, "new"), 3);
  });

  it("are for few texts that repeat", () => {
    ok(isCategory(model));
    ok(!isCategory(profile(param("seed"), { distinct: 10 })));
    ok(!isCategory(profile(param("path"), { distinct: 7 })));
    ok(!isCategory(profile(param("lr"), { type: "number", range: [0, 1], distinct: 3 })));
    ok(!isCategory(constant(param("epochs"))));
    ok(!isCategory(profile(attribute("label"), { distinct: 3 })));
    strictEqual(new CategoryLooks().look(undefined, "x"), null);
  });

  it("run out", () => {
    const looks = new CategoryLooks();
    const many = profile(param("many"), { distinct: 6, top: [] });
    const values = ["a", "b", "c", "d", "e", "f", "g"].map((value) => looks.look(many, value));
    deepStrictEqual(values, [0, 1, 2, 3, 4, 5, null]);
  });
});

describe("a column in words", () => {
  it("says how many runs have it, what lies between, and what is better", () => {
    const lines = profileLines(
      metric("rmse"),
      profile(metric("rmse"), { goal: "min", missing: 2, range: [0.25, 0.5] }),
    );
    deepStrictEqual(lines, [
      "rmse",
      "Metric, Last value",
      "Lower is better: longer bars are lower values.",
      "10 of 12 runs have it; 2 miss it. 4 different values.",
      "From 0.25 to 0.5",
    ]);
  });

  it("says the most frequent values, and how many others there are", () => {
    const top = [
      { value: "adam", count: 6 },
      { value: "", count: 3 },
    ];
    const lines = profileLines(param("opt"), profile(param("opt"), { distinct: 3, top }));
    deepStrictEqual(lines.slice(2), ["All 10 runs have it. 3 different values.", "adam: 6", "(empty): 3", "others: 1"]);
  });

  it("says what is the same everywhere, and what no run has", () => {
    ok(profileLines(param("x"), constant(param("x"))).includes("The same in all 10 runs."));
    ok(profileLines(param("x"), undefined).includes("No run has it."));
  });
});
