import { deepEqual, equal, match } from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runHere } from "./commandLine.ts";
import { IDS, smallStore } from "./store.ts";

describe("the command line", () => {
  const store = smallStore();
  const here = (...argv: string[]) => runHere(argv, { cwd: store.folder });
  const json = async (...argv: string[]) => JSON.parse((await here(...argv, "--format", "json")).out);

  describe("ls", () => {
    it("lists experiments with their runs, deleted ones only when asked", async () => {
      const { code, out, err } = await here("ls");
      deepEqual([code, err], [0, ""]);
      equal(out, "mlruns  file, 2 experiments, 5 runs\nID  RUNS  EXPERIMENT\n1      4  churn\n2      1  tuning\n");
      match((await here("ls", "--deleted")).out, /^3 {6}1 {2}old \(deleted\)$/m);
    });

    it("answers JSON and CSV", async () => {
      const { stores, experiments } = await json("ls", "mlruns");
      deepEqual(stores, [{ path: ".", kind: "file" }]);
      deepEqual(
        experiments.map((one: { experiment_id: string; counts: object }) => [one.experiment_id, one.counts]),
        [
          ["1", { runs: 4, logged_models: 0, traces: 0 }],
          ["2", { runs: 1, logged_models: 0, traces: 0 }],
        ],
      );
      match((await here("ls", "--format", "csv")).out, /^mlruns,1,churn,active,4,0,0\r$/m);
    });
  });

  describe("runs", () => {
    const ids = async (...argv: string[]): Promise<string[]> =>
      (await json("runs", ...argv)).runs.map((run: { info: { run_id: string } }) => run.info.run_id.slice(0, 5));

    it("lists the newest first, deleted ones only when asked", async () => {
      deepEqual(await ids(), ["bbbb3", "aaaa2", "aaaa1", "dddd5"]);
      deepEqual((await ids("--deleted")).slice(0, 2), ["cccc4", "bbbb3"]);
      equal((await ids("--deleted")).length, 6);
    });

    it("orders, limits and keeps to experiments by name or id", async () => {
      deepEqual(await ids("--order-by", "metrics.rmse ASC"), ["aaaa2", "aaaa1", "bbbb3", "dddd5"]);
      deepEqual(await ids("-o", "params.lr", "-n", "1"), ["aaaa1"]);
      deepEqual(await ids("-e", "tuning"), ["dddd5"]);
      deepEqual((await ids("-e", "2", "-e", "churn")).length, 4);
    });

    it("filters by MLflow's language, or by ours", async () => {
      deepEqual(await ids("--filter", "metrics.rmse < 0.35"), ["aaaa2"]);
      deepEqual(await ids("--filter", "params.lr IS NOT NULL AND status != 'FAILED'"), ["aaaa2", "aaaa1"]);
      deepEqual(await ids("--filter", ""), ["bbbb3", "aaaa2", "aaaa1", "dddd5"]);
      deepEqual(await ids("--where", "metrics.rmse < 0.35 OR status = 'FAILED'"), ["bbbb3", "aaaa2"]);
      deepEqual(await ids("-w", "NOT (metrics.rmse > 0)", "-o", "run_id"), ["bbbb3", "dddd5"]);
      deepEqual(await ids("--where", "start_time > -1w"), []);
      deepEqual(await ids("--filter", "status = 'FINISHED'", "-o", "metrics.rmse", "-n", "1"), ["aaaa2"]);
    });

    it("refuses a filter in one sentence, with the place under it", async () => {
      const { code, out, err } = await here("runs", "--filter", "metrics.rmse == 1 AND params.lr = 0.1");
      deepEqual([code, out], [2, ""]);
      const [sentence, text, carets] = err.split("\n");
      match(
        sentence ?? "",
        /^mlflow-runs: --filter: A text in single or double quotes is expected here; did you mean '0\.1'\?$/,
      );
      equal(text, "  metrics.rmse == 1 AND params.lr = 0.1");
      equal(carets, `${" ".repeat(36)}^^^`);
      const late = await here("runs", "--filter", "metrics.rmse == 1");
      deepEqual([late.code, late.err.split("\n")[2]], [2, `${" ".repeat(15)}^^`]);
      const ours = await here("runs", "--filter", "metrics.rmse > 0 OR metrics.rmse < 1");
      equal(ours.code, 2);
      match(ours.err, /have no OR: all comparisons must hold; --where understands it\.\n/);
    });

    it("names a key that no run has when nothing was found", async () => {
      const { code, err } = await here("runs", "--filter", "metrics.rmes < 1");
      equal(code, 0);
      match(err, /^note: No run here has the metric "rmes"; did you mean rmse\?$/m);
      equal((await here("runs", "--filter", "metrics.rmse < -1")).err.includes("note:"), false);
    });

    it("labels runs so that each stands alone", async () => {
      const labels = (await json("runs")).runs.map((run: { label: string }) => run.label);
      deepEqual(labels, ["evil\\u{1b}[31m\\nname", "fox · lr=0.2", "fox · lr=0.1", "dddd5555"]);
    });

    it("has points, artifacts and numbers that JSON cannot say", async () => {
      const { runs } = await json("runs");
      deepEqual(
        runs[2].metric_history.rmse.map((point: { value: number }) => point.value),
        [0.5, 0.4],
      );
      deepEqual(runs[0].artifacts, [
        { path: "model/MLmodel", is_dir: false, file_size: 12 },
        { path: "note.txt", is_dir: false, file_size: 5 },
      ]);
      equal(runs[3].data.metrics[0].value, "NaN");
    });

    it("draws an aligned table of what tells runs apart, with nothing hidden in it", async () => {
      const { out, err } = await here("runs", "-e", "churn");
      const lines = out.trimEnd().split("\n");
      match(lines[0] ?? "", /^RUN {7}NAME +STATUS {4}rmse {2}START +seed {2}lr +TIME$/);
      match(lines[1] ?? "", /^bbbb3333 {2}evil\\u\{1b\}\[31m\\nname {2}failed +2024-/);
      match(lines[2] ?? "", /^aaaa2222 {2}fox +finished {3}0\.3 {2}2024-/);
      equal(err, "3 runs\n");
      equal(out.includes("\u001b"), false);
    });

    it("keeps to the terminal's width, and says what is left out", async () => {
      const { out, err } = await runHere(["runs"], { cwd: store.folder, width: 40 });
      for (const line of out.trimEnd().split("\n")) equal(line.length <= 40, true, line);
      match(err, /columns? do(es)? not fit/);
    });

    it("colours only when told to", async () => {
      const { out } = await runHere(["runs"], { cwd: store.folder, colour: true });
      equal(out.includes("\u001b[31mfailed"), true);
    });

    it("writes CSV as RFC 4180 says, with every metric, param and tag", async () => {
      const { out } = await here("runs", "--format", "csv");
      const records = out.split("\r\n");
      match(records[0] ?? "", /^label,run_id,.*,metrics\.loss,metrics\.rmse,params\.lr,params\.seed,tags\./);
      match(out, /,"a,b",/);
      equal(out.includes('"evil\u001b[31m\nname"'), true);
      equal(records.at(-1), "");
    });
  });

  describe("show", () => {
    it("finds a run by id, the beginning of one, name or label", async () => {
      for (const asked of [IDS.first, "aaaa1", "fox · lr=0.1"]) {
        equal((await json("show", asked)).run.info.run_id, IDS.first, asked);
      }
      equal((await json("show", "gone")).run.info.run_id, IDS.gone);
    });

    it("shows metrics in full, params, tags and artifacts", async () => {
      const { code, out } = await here("show", "bbbb");
      equal(code, 0);
      match(out, /^status {6}failed$/m);
      match(out, /^experiment {2}churn \(1\)$/m);
      match(out, /^Params\nkey {2}value\nlr {3}a,b$/m);
      match(out, /^note\.txt +5 B$/m);
      equal(out.includes("\u001b"), false);
    });

    it("names the candidates of an ambiguous answer", async () => {
      const { code, out, err } = await here("show", "aaaa");
      deepEqual([code, out], [2, ""]);
      match(err, /"aaaa" may be any of 2 runs; give more of the id/);
      match(err, new RegExp(`^ {2}${IDS.second} {2}churn {2}mlruns$`, "m"));
      match((await here("show", "fox")).err, /"fox" may be any of 2 runs/);
    });

    it("says so where there is none, or too little to go by", async () => {
      for (const asked of ["zzzz", "aaa"]) {
        const { code, err } = await here("show", asked);
        equal(code, 2);
        match(err, /^mlflow-runs: There is no run ".*" in \.; "mlflow-runs runs \. --deleted" lists them\.\n$/);
      }
    });
  });

  describe("export", () => {
    it("holds everything, deleted things too", async () => {
      const all = await json("export");
      deepEqual(Object.keys(all), [
        ...["stores", "experiments", "runs", "registered_models", "prompts", "logged_models", "traces", "problems"],
      ]);
      deepEqual([all.experiments.length, all.runs.length, all.problems.length], [3, 6, 0]);
      deepEqual(all.registered_models[0].aliases, [{ alias: "champion", version: "1" }]);
      equal(all.runs[0].store, "mlruns");
    });

    it("writes a line each as jsonl", async () => {
      const lines = (await here("export", "--format", "jsonl")).out.trimEnd().split("\n");
      const types = lines.map((line) => JSON.parse(line).type);
      deepEqual([...new Set(types)], ["store", "experiment", "run", "registered_model"]);
    });
  });

  describe("problems", () => {
    const broken = (): string => join(store.folder, "mlruns", "1", IDS.first, "metrics", "broken");
    before(() => writeFileSync(broken(), "1 0.5 0\nnonsense\n"));
    after(() => rmSync(broken()));

    it("are told on standard error, and everything else still shows", async () => {
      const { code, out, err } = await here("runs", "--format", "json");
      equal(code, 0);
      equal(JSON.parse(out).runs.length, 4);
      match(err, new RegExp(`^error: mlruns/1/${IDS.first}/metrics/broken:2: line 2 `));
    });

    it("make the exit code 1 under --strict", async () => {
      for (const argv of [["runs"], ["export"], ["show", IDS.first]]) {
        equal((await here(...argv, "--strict")).code, 1, argv[0]);
      }
      equal((await here("ls", "--strict")).code, 0);
    });

    it("are in the export with file, line and reason", async () => {
      const { problems } = await json("export");
      deepEqual(
        problems.map(({ reason: _, ...rest }: { reason: string }) => rest),
        [
          {
            store: "mlruns",
            file: `mlruns/1/${IDS.first}/metrics/broken`,
            line: 2,
            code: "metric-line",
            severity: "error",
          },
        ],
      );
    });
  });

  describe("wrong use", () => {
    const said = async (...argv: string[]): Promise<string> => {
      const { code, out, err } = await here(...argv);
      deepEqual([code, out], [2, ""]);
      return err;
    };

    it("is answered with one sentence", async () => {
      match(await said("ls", "nowhere"), /^mlflow-runs: There is no file or folder .*nowhere\.\n$/);
      match(await said("ls", "mlruns/1/meta.yaml"), /neither a folder nor an SQLite database/);
      match(await said("runs", "-e", "nope"), /^mlflow-runs: There is no experiment "nope"; /);
      match(await said("frob"), /^mlflow-runs: There is no command "frob"; /);
    });
  });
});
