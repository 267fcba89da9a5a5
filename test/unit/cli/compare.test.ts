import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runHere } from "./commandLine.ts";
import { IDS, smallStore } from "./store.ts";

describe("mlflow-runs compare", () => {
  const store = smallStore();
  const here = (...argv: string[]) => runHere(["compare", ...argv], { cwd: store.folder });

  it("says the verdict first, then what differs", async () => {
    const { code, out, err } = await here("aaaa1", "aaaa2");
    equal(code, 0);
    const [verdict, , head, rmse] = out.split("\n");
    equal(verdict, "fox · lr=0.2 is best on rmse (-25 % vs fox · lr=0.1); 1 of 2 params differs: lr 0.1 -> 0.2.");
    match(head ?? "", /^METRIC {2}fox · lr=0.1 {2}fox · lr=0.2$/);
    match(rmse ?? "", /^rmse +0\.4 +0\.3 \(-25 %\)$/);
    match(out, /^lr +0\.1 +0\.2$/m);
    equal(/^seed/m.test(out), false);
    match(err, /^The same in all runs: 1 param, .*; --all-keys shows them\.\n$/);
  });

  it("shows what is the same when asked", async () => {
    match((await here("aaaa1", "aaaa2", "--all-keys")).out, /^seed +1 +1$/m);
  });

  it("takes small differences for none when told to", async () => {
    match((await here("aaaa1", "aaaa2", "--tolerance", "30%")).out, /are equal on rmse within the tolerance/);
    match((await here("aaaa1", "aaaa2", "-t", "20")).out, /is best on rmse/);
    const { code, err } = await here("aaaa1", "aaaa2", "-t", "much");
    equal(code, 2);
    match(err, /--tolerance takes a share in percent, as in 0\.5 or 0\.5%, not "much"\./);
  });

  it("measures against the run that is named", async () => {
    match(
      (await here("aaaa1", "aaaa2", "--baseline", "aaaa2")).out,
      /^fox · lr=0.1 is worse than fox · lr=0.2 on rmse \(\+33 %\)/,
    );
    const { code, err } = await here("aaaa1", "aaaa2", "-b", "bbbb3");
    equal(code, 2);
    match(err, /The baseline "bbbb3" is not among the runs compared/);
  });

  it("judges by the metric and the goal that are given", async () => {
    match((await here("aaaa1", "aaaa2", "--goal", "max")).out, /^fox · lr=0.2 is worse than/);
    match((await here("aaaa1", "aaaa2", "-m", "rmse")).out, /^fox · lr=0.2 is best/);
    const { code, err } = await here("aaaa1", "aaaa2", "-m", "mae");
    equal(code, 2);
    match(err, /None of the runs has a metric "mae"; they have rmse\./);
    equal((await here("aaaa1", "aaaa2", "-g", "low")).code, 2);
  });

  it("judges by what the repository says", async () => {
    const config = join(store.folder, ".mlflow-runs.json");
    writeFileSync(config, JSON.stringify({ goals: { rmse: "max" } }));
    match((await here("aaaa1", "aaaa2")).out, /^fox · lr=0.2 is worse than/);
    rmSync(config);
  });

  it("compares runs of different experiments, and such as failed", async () => {
    const { out } = await here("aaaa1", "dddd5", "bbbb3");
    match(
      out,
      /^No two of the 3 runs have a metric in common; .*they are of the experiments churn and tuning; evil\\u\{1b\}\[31m\\nname failed\.$/m,
    );
    equal(out.includes("\u001b"), false);
  });

  it("takes a last argument after two runs for the path, where it is there and no run's id", async () => {
    equal((await here("aaaa1", "aaaa2", "mlruns")).code, 0);
    const inside = { cwd: join(store.folder, "mlruns", "1") };
    equal((await runHere(["compare", IDS.first, IDS.second], inside)).code, 0);
    mkdirSync(join(store.folder, "aaaa2"));
    equal((await here("aaaa1", "aaaa2")).code, 0);
    match((await here("aaaa1", "bbbb3", "aaaa2")).err, /There is no MLflow store in .*aaaa2/);
  });

  it("writes JSON, CSV and Markdown", async () => {
    const read = JSON.parse((await here("aaaa1", IDS.second, "-f", "json")).out);
    deepEqual(read.metrics.rmse.values, [0.4, 0.3]);
    equal(read.baseline, IDS.first);
    match(
      (await here("aaaa1", IDS.second, "-f", "csv")).out,
      /^part,key,fox · lr=0.1,fox · lr=0.2\r\nmetrics,rmse,0\.4,0\.3\r\n/,
    );
    ok((await here("aaaa1", IDS.second, "-f", "markdown")).out.includes("| `rmse` | 0.4 | **0.3** (-25 %) |"));
  });

  it("reads signatures and packages from the files of models, of MLflow 3 and before", async () => {
    for (const [fixture, python] of [
      ["3.18.0-file", "3.11.7"],
      ["2.22.5-file", "3.11.7"],
      ["1.30.1-file", null],
    ] as const) {
      const cwd = join("test/fixtures", fixture);
      const { out, code } = await runHere(["compare", "classifier", "stopped by hand", "-f", "json"], { cwd });
      equal(code, 0, fixture);
      const [model] = JSON.parse(out).models;
      equal(model.name, "classifier");
      deepEqual(model.inputs, [{ key: "x", differs: true, values: ["double", null] }]);
      const found = model.packages.find(({ key }: { key: string }) => key === "python");
      if (python !== null) deepEqual(found.values, [python, null]);
    }
  });

  it("says what is wrong with what it was given", async () => {
    match((await here("aaaa1")).err, /two or more/);
    match((await here("aaaa1", "aaaa1")).err, /one and the same/);
    match((await here("aaaa1", "eeee")).err, /There is no run "eeee"/);
    match((await here("aaaa1", "aaaa2", "--limit", "3")).err, /takes no --limit/);
  });
});
