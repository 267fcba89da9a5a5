import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildStore } from "../../support/store.ts";
import { runHere } from "./commandLine.ts";

const START = 1_709_193_600_000;
const DAY = 86_400_000;

describe("mlflow-runs trend", () => {
  let folder = "";
  const here = (...argv: string[]) => runHere(["trend", ...argv], { cwd: folder });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-trend-"));
    const run = (name: string, day: number, rmse: number | number[], optimizer: string) => ({
      ...{ name, start: START + day * DAY, metrics: { rmse, latency: day }, params: { optimizer } },
    });
    buildStore(join(folder, "mlruns"), {
      experiments: [
        {
          ...{ id: "1", name: "churn" },
          runs: [
            run("third", 2, [0.2, 0.45], "adam"),
            run("first", 0, 0.5, "sgd"),
            run("second", 1, 0.4, "adam"),
            { name: "without", start: START },
            { ...run("gone", 3, 0.1, "adam"), lifecycle: "deleted" as const },
          ],
        },
        { id: "2", name: "sales", runs: [run("other", 5, 9, "sgd")] },
      ],
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("says how a metric went, draws it, and lists the runs by their start", async () => {
    const { code, out, err } = await here("--experiment", "churn");
    equal(code, 0);
    const lines = out.trimEnd().split("\n");
    equal(
      lines[0],
      "second is best of 3 on rmse (0.4), and the run since, third, is no better (+12 %); it improved once.",
    );
    match(lines[2] ?? "", /^0\.5 │●/);
    match(lines[11] ?? "", /^0\.4 │ +●$/);
    deepEqual(
      lines.slice(-3).map((line) => line.split(/ {2,}/).slice(1)),
      [
        ["first", "0.5", "best so far"],
        ["second", "0.4", "best so far"],
        ["third", "0.45"],
      ],
    );
    equal(err, "3 runs; 1 has no start or no such metric\n");
  });

  it("takes another value, another metric and a goal", async () => {
    match(
      (await here("-e", "churn", "--value", "best")).out,
      /^The latest run, third, is the best of 3 on rmse \(0\.2, -50 % vs second\)/,
    );
    match((await here("-e", "churn", "-m", "latency")).out, /Is a lower or a higher latency better\?/);
    match((await here("-e", "churn", "-m", "latency", "-g", "min")).out, /^first is best of 3 on latency \(0\)/);
  });

  it("has statistics of groups, the best first", async () => {
    const { out } = await here("-e", "churn", "--group-by", "params.optimizer");
    match(
      out,
      /^GROUP +RUNS +MEAN +STD +MIN +MEDIAN +MAX\nadam +2 +0\.425 +0\.0353553 +0\.4 +0\.425 +0\.45\nsgd +1 +0\.5 +0\.5 +0\.5 +0\.5$/m,
    );
  });

  it("answers JSON, CSV and Markdown", async () => {
    const read = JSON.parse((await here("-f", "json", "--group-by", "experiment")).out);
    deepEqual([read.metric, read.left_out, read.groups.length], [{ key: "rmse", goal: "min" }, 1, 2]);
    deepEqual(
      read.runs.map((run: { label: string; best_so_far: number; is_best: boolean }) => [
        run.label,
        run.best_so_far,
        run.is_best,
      ]),
      [
        ["first", 0.5, true],
        ["second", 0.4, true],
        ["third", 0.4, false],
        ["other", 0.4, false],
      ],
    );
    const { out } = await here("-e", "churn", "-f", "csv");
    match(
      out,
      /^start_time,run_id,label,experiment,metrics\.rmse,best_so_far\r\n1709193600000,[0-9a-f]{32},first,churn,0\.5,0\.5\r\n/,
    );
    match((await here("-e", "churn", "-f", "markdown")).out, /\| `first` \| \*\*0\.5\*\* \| 0\.5 \|/);
  });

  it("lists the newest where it is limited, and filters", async () => {
    const { out, err } = await here("-e", "churn", "-n", "1");
    match(out, /^second is best of 3/);
    equal(out.includes("first"), false);
    match(err, /^1 of 3 runs/);
    match((await here("-e", "churn", "--filter", "params.optimizer = 'adam'")).out, /^second is best of 2/);
    match((await here("-e", "churn", "--deleted")).out, /^The latest run, gone, is the best of 4/);
  });

  it("says what is wrong with what it was given", async () => {
    match((await here("-m", "mae")).err, /None of the runs has a metric "mae"; they have latency, rmse\./);
    match((await here("--value", "mean")).err, /--value is one of last, best, min, max, first/);
    match(
      (await here("--group-by", "metrics.x")).err,
      /--group-by takes params\.KEY, tags\.KEY, status, user, experiment/,
    );
    match((await here("-e", "nothing")).err, /There is no experiment "nothing"/);
  });
});
