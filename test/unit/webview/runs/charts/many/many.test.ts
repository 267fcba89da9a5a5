import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { FIRST_MANY, type ManyState } from "../../../../../../src/protocol/chartState.ts";
import { chosenColumns, groupable } from "../../../../../../src/webview/runs/charts/many/chosen.ts";
import { runWords } from "../../../../../../src/webview/runs/charts/many/runFacts.ts";
import { type RunSet, runSetOf } from "../../../../../../src/webview/runs/charts/many/runSet.ts";
import { runSheet } from "../../../../../../src/webview/runs/charts/many/runSheet.ts";
import { chartSamples } from "../../../../../ui/pages/samples/charts.ts";
import { comparison, metricRow, valueRow } from "../../../../../ui/pages/samples/comparisons.ts";
import { metric } from "../../../../../ui/pages/samples/parts.ts";

const SWEEP = chartSamples.sweep ?? comparison(3);
const look = (): number => 0;
const keys = (columns: readonly { key: string }[]): readonly string[] => columns.map(({ key }) => key);

function chosen(state: Partial<ManyState> = {}, runs: RunSet = runSetOf(SWEEP, look)) {
  return chosenColumns(runs, { ...FIRST_MANY, ...state });
}

describe("runs as columns", () => {
  it("have those in which they differ, and looks as long as those tell them apart", () => {
    const runs = runSetOf(SWEEP, look);
    ok(keys(runs.columns).includes("learning_rate") && !keys(runs.columns).includes("same_0"));
    strictEqual(runs.looks, null);
    deepStrictEqual(runSetOf(comparison(3), (ref) => ref.run.length).looks?.length, 3);
  });

  it("have a column too where only some have a value", () => {
    const some = comparison(3, { params: [valueRow("flag", ["1", null, "1"])], metrics: [], attributes: [] });
    deepStrictEqual(keys(runSetOf(some, look).columns), ["flag"]);
  });
});

describe("the columns that charts of many runs show", () => {
  it("are at first the primary metric, and what goes most with it", () => {
    const { y, x, axes, color, size } = chosen();
    strictEqual(y?.key, SWEEP.primary?.key ?? "val_loss");
    ok(x !== null && x.of !== "metric");
    deepStrictEqual([color, size], [null, null]);
    ok(axes.length >= 3 && axes.at(-1) === y);
  });

  it("are those chosen, as far as they are there", () => {
    const { y, x, color, axes } = chosen({
      ...{ y: "metric:fit_seconds", x: "param:max_depth", color: "param:model" },
      axes: ["param:gone", "param:model", "metric:val_loss"],
    });
    deepStrictEqual([y?.key, x?.key, color?.key], ["fit_seconds", "max_depth", "model"]);
    deepStrictEqual(keys(axes), ["model", "val_loss"]);
    strictEqual(chosen({ x: "param:model" }).x?.kind, "number");
    ok(chosen({ axes: ["param:gone", "param:model"] }).axes.length > 2);
  });

  it("have log scales as chosen, or where values reach over decades", () => {
    const [column] = runSetOf(SWEEP, look).columns;
    ok(column !== undefined);
    strictEqual(chosen({ logs: [`${column.of}:${column.key}`] }).isLog(column), true);
    strictEqual(chosen({ logs: [] }).isLog(column), false);
  });

  it("are none where no metric differs", () => {
    const same = comparison(2, {
      metrics: [metricRow("folds", "unknown", [metric("folds", 5), metric("folds", 5)])],
      params: [],
    });
    const { y, x, axes } = chosen({}, runSetOf({ ...same, attributes: [] }, look));
    deepStrictEqual([y, x, axes], [null, null, []]);
  });

  it("group by what some runs share, never by what is each run's own", () => {
    const found = keys(groupable(runSetOf(SWEEP, look).columns));
    ok(found.includes("model") && found.includes("max_depth") && !found.includes("seed"));
  });
});

describe("a run in words and in tables", () => {
  const runs = runSetOf(SWEEP, look);
  const columns = runs.columns.filter(({ key }) => key === "max_depth" || key === "model");

  it("is its name with what it has, each once", () => {
    ok(/^trial-3: max_depth \d+, model \w+$/.test(runWords(runs, 3, [...columns, ...columns])));
  });

  it("is a row, with its id for programs", () => {
    const people = runSheet(runs, columns, [3], "people");
    deepStrictEqual(people.columns, ["run", "max_depth", "model"]);
    strictEqual(people.cell(0, 0), "trial-3");
    const programs = runSheet(runs, columns, [3, 5], "programs");
    deepStrictEqual([programs.columns[1], programs.rows, programs.cell(1, 1)], ["run_id", 2, runs.refs[5]?.run]);
    strictEqual(typeof programs.cell(0, 2), "number");
  });
});
