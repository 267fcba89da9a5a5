import { deepEqual, equal, match } from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Git } from "../../../../src/engine/git/process.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { buildStore } from "../../../support/store.ts";
import { findingsOf, linesOf } from "../../../support/verifying.ts";
import { experimentId, writeFile } from "../../../support/writing.ts";

const RUN = "7d89d875f54746a6a73622ec99e1ec65";
const GONE = "f".repeat(32);

describe("verify of the pipeline's files", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verify-pipeline-"));
    const metrics = { val_rmse: 0.10901586178292406, val_mae: 0.0867893404888388 };
    buildStore(join(folder, "mlruns"), { experiments: [{ name: "e", runs: [{ id: RUN, metrics }] }] });
    write("deployment/models/best_model.joblib", "x");
    write("deployment/models/deployment_info.json", deployment(0.10901586178292406));
    write("deployment/models/best_model_info.json", bestModel(RUN, 0.109));
    write("results/model_comparison.csv", table("linear_regression"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (path: string, text: string) => writeFile(join(folder, path), text);
  const deployment = (rmse: number) =>
    JSON.stringify({
      status: "ready",
      model_name: "gbm",
      rmse,
      files: { model: "best_model.joblib", metadata: "deployment_info.json" },
    });
  const bestModel = (run: string, rmse: number) =>
    JSON.stringify(
      {
        run_id: run,
        model_type: "gbm",
        rmse,
        r2_score: null,
        experiment_id: "340552200834895538",
        pipeline_run: "1166",
      },
      null,
      2,
    );
  const table = (best: string) =>
    [
      "Model,Val_RMSE,Val_R2,Is_Best",
      ...[
        ["random_forest", "1.3,-0.12"],
        ["linear_regression", "1.26,-0.05"],
      ].map(([name, values]) => `${name},${values},${name === best ? "True" : "False"}`),
      "",
    ].join("\n");
  const found = async (): Promise<string[]> => linesOf(await findingsOf(join(folder, "mlruns")), "MLR5");

  it("has nothing to say where files and runs agree", async () => deepEqual(await found(), []));

  it("tells Python's NaN from JSON, on its line", async () => {
    write(
      "deployment/models/model_metadata.json",
      `{\n  "model_name": "gbm",\n  "run_id": "${RUN}",\n  "r2_score": NaN\n}`,
    );
    deepEqual(await found(), ["MLR502 warning deployment/models/model_metadata.json:4"]);
  });

  it("finds a file whose every quote is escaped", async () => {
    write(
      "mlflow_persistence_info.json",
      '{\n  \\"tracking_uri\\": \\"file:///x\\",\n  \\"artifact_location\\": \\"/x\\"\n}\n',
    );
    deepEqual(await found(), ["MLR501 error mlflow_persistence_info.json:2"]);
  });

  it("finds a file that is cut off, where it names a run", async () => {
    write("deployment/models/best_model_info.json", bestModel(RUN, 0.109).slice(0, 80));
    deepEqual(await found(), [
      "MLR503 error deployment/models/best_model_info.json:4",
      "MLR509 info deployment/models/deployment_info.json",
    ]);
  });

  it("finds a best model whose run is gone, and is easy on other files", async () => {
    write("deployment/models/best_model_info.json", bestModel(GONE, 0.109));
    write("notes/runs.yaml", `runs:\n  - run_id: ${GONE}\n`);
    deepEqual(await found(), ["MLR504 error deployment/models/best_model_info.json", "MLR505 info notes/runs.yaml"]);
  });

  it("finds a model file that is not there", async () => {
    rmSync(join(folder, "deployment/models/best_model.joblib"));
    deepEqual(await found(), ["MLR506 warning deployment/models/deployment_info.json"]);
  });

  it("finds a metric that its run did not log, whatever the run called it", async () => {
    write("deployment/models/best_model_info.json", bestModel(RUN, 0.2));
    const findings = await findingsOf(join(folder, "mlruns"));
    deepEqual(linesOf(findings, "MLR5"), ["MLR507 error deployment/models/best_model_info.json"]);
    match(
      findings.find(({ rule }) => rule === "MLR507")?.message ?? "",
      /^rmse is 0\.2, but the run 7d89d875 logged val_rmse 0\.109/,
    );
  });

  it("finds a row marked best that is beaten by every metric", async () => {
    write("results/model_comparison.csv", table("random_forest"));
    deepEqual(await found(), ["MLR508 error results/model_comparison.csv"]);
  });

  describe("for a deployment that names no run", () => {
    const told = async () =>
      (await findingsOf(join(folder, "mlruns")))
        .filter(({ rule }) => /MLR50[79]/.test(rule))
        .map(({ message }) => message);
    const metadata = (rmse: number, run = RUN, model = "gbm") =>
      JSON.stringify({ model_name: model, rmse, run_id: run, model_file: "best_model.joblib" });
    const without = (...names: string[]) => names.map((name) => rmSync(join(folder, "deployment/models", name)));
    const info = (rmse: number, files: Readonly<Record<string, string>>, model = "gbm") =>
      write("deployment/models/deployment_info.json", JSON.stringify({ model_name: model, rmse, files }));

    it("takes the run of the metadata file that it names, and says so", async () => {
      write("deployment/models/meta.json", metadata(0.10901586178292406));
      info(0.2, { model: "best_model.joblib", metadata: "meta.json" });
      deepEqual(await told(), [
        "rmse is 0.2, but the run 7d89d875 (inferred from meta.json) logged val_rmse 0.10901586178292406.",
      ]);
    });

    it("takes that of a sibling, of the same model only", async () => {
      info(0.2, { model: "best_model.joblib" });
      deepEqual(await told(), [
        "rmse is 0.2, but the run 7d89d875 (inferred from best_model_info.json) logged val_rmse 0.10901586178292406.",
      ]);
      write("deployment/models/model_metadata.json", metadata(0.10901586178292406));
      deepEqual((await told())[0]?.includes("(inferred from model_metadata.json)"), true);
      info(0.2, { model: "best_model.joblib" }, "another");
      deepEqual(await told(), ["No run is named for the model another, and none can be inferred."]);
    });

    it("takes the newest run of its model and metrics, where no file tells", async () => {
      without("best_model_info.json");
      deepEqual(await told(), ["No run is named for the model gbm, and none can be inferred."]);
      const runs = [
        { id: "1".repeat(32), name: "gbm", start: 1000, metrics: { rmse: 0.5, mae: 0.25 } },
        { id: "2".repeat(32), name: "GBM 17", start: 2000, metrics: { rmse: 0.5 } },
        { id: "3".repeat(32), name: "forest", start: 3000, metrics: { rmse: 0.5 } },
        { id: "4".repeat(32), name: "gbm", start: 4000, metrics: { rmse: 0.6 } },
      ];
      buildStore(join(folder, "mlruns"), { experiments: [{ name: "f", runs }] });
      info(0.5, { model: "best_model.joblib" });
      deepEqual(await told(), []);
      info(0.7, { model: "best_model.joblib" });
      deepEqual(await told(), ["No run is named for the model gbm, and none can be inferred."]);
    });
  });

  describe("for what is called best", () => {
    const other = (rmse: number, spec = {}) =>
      buildStore(join(folder, "mlruns"), {
        experiments: [{ name: "e", runs: [{ id: "e".repeat(32), metrics: { val_rmse: rmse }, ...spec }] }],
      });

    it("finds a better run of the same experiment", async () => {
      other(0.1);
      deepEqual(await found(), ["MLR510 warning deployment/models/best_model_info.json"]);
    });

    it("knows a metric's goal, from the config too, and is silent where it knows none", async () => {
      other(0.2);
      deepEqual(await found(), []);
      write(".mlflow-runs.json", JSON.stringify({ goals: { val_rmse: "max" } }));
      deepEqual(await found(), ["MLR510 warning deployment/models/best_model_info.json"]);
      write(".mlflow-runs.json", JSON.stringify({ goals: { val_rmse: "unknown" } }));
      deepEqual(await found(), []);
    });

    it("counts no equal, failed or deleted run, none of another experiment, and no other metric", async () => {
      other(0.109);
      deepEqual(await found(), []);
      for (const spec of [{ status: "FAILED" }, { lifecycle: "deleted" }] as const) {
        other(0.1, spec);
        deepEqual(await found(), [], JSON.stringify(spec));
      }
      rmSync(join(folder, "mlruns", experimentId("e"), "e".repeat(32)), { recursive: true });
      other(0.2, { metrics: { val_mae: 0.001 } });
      buildStore(join(folder, "mlruns"), { experiments: [{ name: "g", runs: [{ metrics: { val_rmse: 0.01 } }] }] });
      deepEqual(await found(), []);
    });

    it("takes a file named after its model for the best of that model", async () => {
      other(0.1);
      rmSync(join(folder, "deployment/models/best_model_info.json"));
      write("models/gbm_best.json", bestModel(RUN, 0.109));
      deepEqual(
        (await found()).filter((line) => line.startsWith("MLR510")),
        [],
      );
    });
  });

  it("takes settings that name a model's file for no deployment", async () => {
    write("config.yaml", "model_path: weights/yolo.pt\nepochs: 3\nlr: 0.1\n");
    write("params.json", JSON.stringify({ model_name: "gpt2", model_path: "checkpoints/none", batch: 8 }));
    deepEqual(await found(), []);
  });

  it("asks Git for the files, and walks where it tracks none", async () => {
    const repo = new GitRepo(folder);
    const git = new Git();
    const tracked = async () => linesOf(await findingsOf(join(folder, "mlruns"), { hooks: { git } }), "MLR5");
    write("deep/er/than/any/walk/would/go/ever/best_model_info.json", bestModel(GONE, 1));
    write("untracked/best_model_info.json", bestModel(GONE, 1));
    deepEqual(await tracked(), ["MLR504 error untracked/best_model_info.json"]);
    write(".gitignore", "untracked/\n");
    write(`exported/${RUN}/artifacts/best.json`, bestModel(GONE, 1));
    write("mlruns/best_model_info.json", bestModel(GONE, 1));
    repo.commit();
    deepEqual(await tracked(), ["MLR504 error deep/er/than/any/walk/would/go/ever/best_model_info.json"]);
    symlinkSync("/etc/hosts", join(folder, "link.json"));
    repo.commit();
    equal((await tracked()).length, 1);
    git.close();
  });

  it("passes over files that name no run, tools' folders, long files and stores", async () => {
    write("package.json", "{ // a comment\n}");
    write("data/hash.json", `{"sha": "${GONE}"}`);
    write(".github/x.json", bestModel(GONE, 1));
    write("node_modules/x/x.json", bestModel(GONE, 1));
    write("long.json", bestModel(GONE, 1) + " ".repeat(70_000));
    write(`mlruns/0/${RUN}/artifacts/x.json`, bestModel(GONE, 1));
    mkdirSync(join(folder, "empty.json"));
    deepEqual(await found(), []);
  });

  it("survives whatever such a file holds", async () => {
    const hostile = [
      "",
      "[",
      `{"run_id": ${"[".repeat(5000)}`,
      `{"run_id": "${RUN}", "__proto__": {"rmse": 1}}`,
      `run_id: ${RUN}\na: &a [*a]\n`,
      "\0",
      `Is_Best,(\n`,
    ];
    for (const [i, text] of hostile.entries()) for (const end of ["json", "yaml", "csv"]) write(`x/${i}.${end}`, text);
    equal((await findingsOf(join(folder, "mlruns"))).length > 0, true);
  });
});
