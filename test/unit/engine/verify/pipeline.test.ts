import { deepEqual, equal, match } from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildStore } from "../../../support/store.ts";
import { findingsOf, linesOf } from "../../../support/verifying.ts";
import { writeFile } from "../../../support/writing.ts";

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
    deepEqual(await found(), ["MLR503 error deployment/models/best_model_info.json:4"]);
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
