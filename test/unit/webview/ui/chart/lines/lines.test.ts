import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { axisOf, buildModel } from "../../../../../../src/webview/ui/chart/lines/buildModel.ts";
import { ChartGroup } from "../../../../../../src/webview/ui/chart/lines/chartGroup.ts";
import { lineOf } from "../../../../../../src/webview/ui/chart/lines/line.ts";
import { lineScales } from "../../../../../../src/webview/ui/chart/lines/lineScales.ts";
import { lineSheet, pointSheet } from "../../../../../../src/webview/ui/chart/lines/lineSheet.ts";
import { lonePoints } from "../../../../../../src/webview/ui/chart/lines/lonePoints.ts";
import { lineNotes, pointsText } from "../../../../../../src/webview/ui/chart/lines/notes.ts";
import { outlierBounds } from "../../../../../../src/webview/ui/chart/lines/outlierBounds.ts";
import { PLAIN } from "../../../../../../src/webview/ui/chart/lines/settings.ts";
import { lineWords, readoutWords } from "../../../../../../src/webview/ui/chart/lines/words.ts";
import { line, series } from "./support.ts";

const NAME = { id: "a", label: "a", look: 0 };
const NAMES = { series: () => NAME, band: () => NAME };
const NAN = Number.NaN;
const INF = Number.POSITIVE_INFINITY;
const SUBJECT = { title: "loss", goal: "min" } as const;

function points(...all: ReturnType<typeof series>[]) {
  return { series: all, bands: [] };
}

function model(all: readonly ReturnType<typeof series>[], settings: Partial<typeof PLAIN> = {}) {
  const built = buildModel({ series: all, bands: [], axis: "step" }, NAMES, { ...SUBJECT, ...PLAIN, ...settings });
  if (built === null) throw new Error("there is nothing to draw");
  return built;
}

describe("a series as a line", () => {
  it("keeps of points at one x the last, gaps and all", () => {
    const { x, y, raw } = lineOf(series([0, 1, 1, 2], [5, 6, 7, NAN]), NAME);
    deepStrictEqual([[...x], [...y], raw], [[0, 1, 2], [5, 7, NAN], null]);
  });

  it("draws the moving average before what was logged", () => {
    const smoothed = Float64Array.from([5, 5.5, 5.8]);
    const { y, raw } = lineOf(series([0, 1, 2], [5, 6, 7], { smoothed }), NAME);
    deepStrictEqual(
      [[...y], [...(raw ?? [])]],
      [
        [5, 5.5, 5.8],
        [5, 6, 7],
      ],
    );
  });
});

describe("a group of runs as a line", () => {
  const band = {
    ...{ name: "a", x: Float64Array.from([0, 1]), mean: Float64Array.from([2, 3]) },
    ...{ low: Float64Array.from([1, NAN]), high: Float64Array.from([3, NAN]), counts: Uint32Array.from([2, 1]) },
    ...{ runs: 5, left: 0, isBinned: false },
  };

  it("is its mean, with the band around it", () => {
    const built = buildModel({ series: [], bands: [band], axis: "step" }, NAMES, { ...SUBJECT, ...PLAIN });
    const [own] = built?.model.lines ?? [];
    deepStrictEqual([...(own?.y ?? [])], [2, 3]);
    deepStrictEqual([...(own?.band?.low ?? [])], [1, NAN]);
  });

  it("counts its runs, and says what was left out or taken together", () => {
    const all = { series: [], bands: [band, { ...band, runs: 7, left: 2, isBinned: true }] };
    strictEqual(pointsText(all), "10 runs in 2 groups");
    const plain = model([series([0, 1], [1, 2])]).model;
    deepStrictEqual(lineNotes(plain, plain.lines, all), [
      "Means over 2 equal stretches",
      "2 runs left out: too many points",
    ]);
  });
});

describe("a chart of lines", () => {
  it("is nothing where no line has two places", () => {
    const build = (...all: ReturnType<typeof series>[]) =>
      buildModel({ series: all, bands: [], axis: { metric: "epoch" } }, NAMES, { ...SUBJECT, ...PLAIN });
    strictEqual(build(), null);
    strictEqual(build(series([3], [1])), null);
    strictEqual(build(series([3, 3], [1, 2])), null);
  });

  it("lies over time where the code never counted steps, and then apart from the others", () => {
    const { model: built, isApart } = model([series([0, 0, 0], [3, 2, 1])]);
    deepStrictEqual([isApart, built.x.kind, [...(built.lines[0]?.x ?? [])]], [true, "elapsed", [0, 1000, 2000]]);
    strictEqual(model([series([0, 1], [3, 2])]).isApart, false);
  });

  it("says what it lies over; dates are never on a log axis", () => {
    deepStrictEqual(axisOf({ metric: "epoch" }), { title: "epoch", kind: "linear" });
    strictEqual(model([series([0, 1], [3, 2])], { logX: true }).model.x.kind, "log");
    const wall = buildModel({ series: [series([0, 1], [3, 2])], bands: [], axis: "wall" }, NAMES, {
      ...SUBJECT,
      ...PLAIN,
      logX: true,
    });
    strictEqual(wall?.model.x.kind, "time");
  });

  it("cuts off what lies beyond percentiles, over all lines", () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    deepStrictEqual(outlierBounds([line("a", values, values)], 5), [5, 95]);
    strictEqual(outlierBounds([line("a", values, values)], 0), null);
    strictEqual(outlierBounds([line("a", [0], [NAN])], 5), null);
  });
});

describe("the axes of lines", () => {
  const WANTED = { xKind: "linear", yKind: "linear", zoom: null, bounds: null } as const;
  const lines = [line("a", [0, 10, 20], [1, 2, 100]), line("b", [5, 40], [-3, 0])];

  it("reach over all lines, with air above and below", () => {
    const axes = lineScales(lines, WANTED);
    deepStrictEqual([axes?.x.from, axes?.x.to], [0, 40]);
    ok((axes?.y.from ?? 0) < -3 && (axes?.y.to ?? 0) > 100);
  });

  it("of a zoom reach over what is in it", () => {
    const axes = lineScales(lines, { ...WANTED, zoom: [4, 12] });
    deepStrictEqual([axes?.x.from, axes?.x.to], [4, 12]);
    ok((axes?.y.from ?? 0) > -4 && (axes?.y.to ?? 9) < 3);
  });

  it("are cut to the bounds, but never away from all lines", () => {
    ok((lineScales(lines, { ...WANTED, bounds: [-3, 2] })?.y.to ?? 99) < 3);
    ok((lineScales(lines, { ...WANTED, bounds: [500, 600] })?.y.to ?? 0) > 100);
  });

  it("take raw values and bands into sight", () => {
    const raw = Float64Array.from([-50, 50]);
    const band = { low: Float64Array.from([-9, -9]), high: Float64Array.from([200, 0]) };
    const axes = lineScales([line("a", [0, 1], [0, 1], { raw, band })], WANTED);
    ok((axes?.y.from ?? 0) < -50 && (axes?.y.to ?? 0) > 200);
  });

  it("are none where nothing has a place: only NaN, nothing above 0 on a log axis", () => {
    strictEqual(lineScales([], WANTED), null);
    strictEqual(lineScales([line("a", [0, 1], [NAN, INF])], WANTED), null);
    strictEqual(lineScales([line("a", [0, 1], [0, -1])], { ...WANTED, yKind: "log" }), null);
    strictEqual(lineScales([line("a", [-1, 0], [1, 1])], { ...WANTED, xKind: "log" }), null);
  });

  it("stand the greatest numbers, and equal ones", () => {
    const huge = lineScales([line("a", [0, 1], [-1e308, 1e308])], WANTED);
    ok(Number.isFinite(huge?.y.from) && Number.isFinite(huge?.y.to));
    const flat = lineScales([line("a", [0, 1], [7, 7])], WANTED);
    ok((flat?.y.from ?? 7) < 7 && (flat?.y.to ?? 7) > 7);
  });
});

describe("what a chart says beside its lines", () => {
  it("counts points, and says of how many where it draws a sample", () => {
    strictEqual(pointsText(points(series([0, 1], [1, 2]))), "2 points");
    strictEqual(pointsText(points(series([0], [1]))), "1 point");
    strictEqual(pointsText(points(series([0, 1], [1, 2], { points: 5_000_000 }))), "2 of 5,000,000 points");
  });

  it("names what is marked, cut off and left out, and nothing else", () => {
    const odd = model([series([0, 1, 2, 3], [1, NAN, INF, -1])], { logY: true, logX: true }).model;
    deepStrictEqual(lineNotes(odd, odd.lines, points(series([], [], { unplaced: 3 }))), [
      "1 NaN, marked × below",
      "1 infinite, marked at the edge",
      "Not on a log scale: 1 value of zero or below",
      "Not on a log scale: 1 step of zero or below",
      "3 points without a value of step",
    ]);
    const nothing = model([series([0, 1, 2], [NAN, NAN, INF])]).model;
    deepStrictEqual(lineNotes(nothing, nothing.lines, points()), ["2 NaN", "1 infinite"]);
    const plain = model([series([0, 1], [1, 2])]).model;
    deepStrictEqual(lineNotes(plain, plain.lines, points()), []);
    const many = Array.from({ length: 100 }, (_, i) => i);
    const cut = model([series(many, many)], { outliers: 5 }).model;
    deepStrictEqual(lineNotes(cut, cut.lines, points()), ["10 outliers of 100 points cut off"]);
  });

  it("is said in words too", () => {
    const built = model([series([0, 1], [0.5, 0.25])]).model;
    strictEqual(lineWords(built, built.lines), "loss by step: from 0.5 to 0.25");
    strictEqual(lineWords(built, [...built.lines, ...built.lines]), "loss of 2 runs by step");
    const value = (label: string) => ({ line: line(label, [0], [1]), x: 0, value: 1, raw: null, band: null });
    strictEqual(readoutWords("step 3", [value("a"), value("b")]), "step 3: a 1, b 1");
    ok(
      readoutWords(
        "step 3",
        Array.from({ length: 20 }, () => value("a")),
      ).endsWith(", and 12 more"),
    );
  });
});

describe("points that no line leads to", () => {
  it("are those with gaps on both sides", () => {
    deepStrictEqual(lonePoints([0, 1, 2, 3, 4], [1, NAN, 2, NAN, NAN]), { x: [0, 2], y: [1, 2] });
  });
});

describe("a chart's data", () => {
  const lines = [line("a", [0, 1], [5, NAN]), line("b", [1, 2], [6, 7], { raw: Float64Array.from([60, 70]) })];
  const table = (sheet: ReturnType<typeof lineSheet>) =>
    Array.from({ length: sheet.rows }, (_, row) => sheet.columns.map((_, column) => sheet.cell(row, column)));

  it("stands in a row a place", () => {
    const sheet = lineSheet("step", lines);
    deepStrictEqual(sheet.columns, ["step", "a", "b", "b (smoothed)"]);
    deepStrictEqual(table(sheet), [
      [0, 5, null, null],
      [1, NAN, 60, 6],
      [2, null, 70, 7],
    ]);
  });

  it("for other programs, and of very many lines, in a row a point", () => {
    const sheet = pointSheet("step", lines);
    deepStrictEqual(sheet.columns, ["line", "step", "value", "smoothed"]);
    deepStrictEqual(table(sheet), [
      ["a", 0, 5, null],
      ["a", 1, NAN, null],
      ["b", 1, 60, 6],
      ["b", 2, 70, 7],
    ]);
    const many = Array.from({ length: 100 }, (_, i) => line(String(i), [0], [i]));
    deepStrictEqual(lineSheet("step", many).columns, ["line", "step", "value"]);
    strictEqual(lineSheet("step", many).cell(99, 2), 99);
  });
});

describe("charts side by side", () => {
  it("share their cursor while one has it", () => {
    const group = new ChartGroup();
    group.point("one", 3);
    group.leave("two");
    deepStrictEqual([group.cursor.value, group.active.value], [3, "one"]);
    group.leave("one");
    deepStrictEqual([group.cursor.value, group.active.value], [null, null]);
  });

  it("hide a line, show it alone, and all again", () => {
    const group = new ChartGroup();
    const all = ["a", "b", "c"];
    group.toggle("b");
    deepStrictEqual([...group.hidden.value], ["b"]);
    group.solo("b", all);
    deepStrictEqual([...group.hidden.value], ["a", "c"]);
    group.solo("b", all);
    strictEqual(group.hidden.value.size, 0);
    group.toggle("c");
    group.showAll();
    strictEqual(group.hidden.value.size, 0);
  });

  it("over another axis share the lines alone", () => {
    const group = new ChartGroup();
    const apart = group.apart();
    group.toggle("a");
    group.point("one", 3);
    deepStrictEqual([apart.hidden.value.has("a"), apart.cursor.value], [true, null]);
  });
});
