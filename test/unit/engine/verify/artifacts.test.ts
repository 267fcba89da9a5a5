import { deepEqual, match } from "node:assert/strict";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { edit, LFS_POINTER, remove, replace } from "../../../support/damage/edits.ts";
import { addModels, MODELS, modelDamages } from "../../../support/damage/models.ts";
import { buildHealthyStore, HEALTHY } from "../../../support/damage.ts";
import { findingsOf, linesOf, type Verifying } from "../../../support/verifying.ts";

/** What each damage is called for the data itself; the address of another machine is there in all of them. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  "nothing done": [],
  "logged model without meta.yaml": ["MLR401 error"],
  "logged model with an empty meta.yaml": ["MLR401 error"],
  "logged model with bad YAML": ["MLR402 error"],
  "logged model of another id": ["MLR403 warning"],
  "logged model of another experiment": ["MLR403 warning"],
  "logged model with a status of 9": ["MLR404 warning"],
  "logged model without files": ["MLR408 warning", "MLR417 error"],
  "logged model whose run is gone": ["MLR405 warning"],
  "logged model that is gone": ["MLR407 info", "MLR417 error"],
  "registered model without meta.yaml": ["MLR411 error"],
  "registered model with an empty meta.yaml": ["MLR411 error"],
  "registered model with bad YAML": ["MLR412 error"],
  "registered model of another name": ["MLR413 warning"],
  "version without meta.yaml": ["MLR411 error"],
  "version with an empty meta.yaml": ["MLR411 error"],
  "version with bad YAML": ["MLR412 error"],
  "version of another number": ["MLR413 warning"],
  "version of another model": ["MLR413 warning"],
  "version without its source": [],
  "version folder without a number": ["MLR413 warning", "MLR414 error"],
  "alias to a version that is not there": ["MLR414 error"],
  "alias that is no number": ["MLR415 error"],
  "empty alias": ["MLR415 error"],
  "a folder without versions in the registry": ["MLR419 info"],
  "a stray file in the registry": [],
  ".gitkeep in aliases": [],
  "a file that MLmodel names is gone": ["MLR421 warning"],
  "MLmodel is gone": ["MLR422 error"],
  "MLmodel that is no YAML": ["MLR422 error"],
  "model file as an LFS pointer": ["MLR423 warning"],
  "logged artifact that is gone": ["MLR424 error"],
  "table that does not parse": [],
};

describe("verify of artifacts and models", () => {
  let folder: string;
  let store: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verify-artifacts-"));
    store = join(folder, "mlruns");
    buildHealthyStore(store);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const found = async (options: Verifying = {}): Promise<string[]> =>
    linesOf(await findingsOf(store, options), "MLR4").filter((line) => !line.startsWith("MLR425"));

  for (const { name, apply } of modelDamages) {
    const damage = name.slice("models: ".length);
    const rules = RULES[damage];
    it(`${rules?.length === 0 ? "passes" : `says ${rules?.join(", ")} of`}: ${damage}`, async () => {
      apply(store);
      deepEqual(
        (await found()).map((line) => line.split(" ").slice(0, 2).join(" ")),
        rules,
      );
    });
  }

  it("names the line of MLmodel, and the file that is a pointer", async () => {
    addModels(store);
    remove(`${MODELS.ofRun}/model.pkl`)(store);
    replace(`${MODELS.artifacts}/conda.yaml`, LFS_POINTER)(store);
    deepEqual(await found(), [
      `MLR421 warning mlruns/${MODELS.ofRun}/MLmodel:6`,
      `MLR423 warning mlruns/${MODELS.artifacts}/conda.yaml`,
    ]);
  });

  it("looks at names alone at the level quick, at every artifact at the level bytes", async () => {
    addModels(store);
    remove(`${MODELS.ofRun}/model.pkl`)(store);
    replace(`${HEALTHY.run}/artifacts/eval.json`, '{"columns": ["x"],\n "data": [[')(store);
    replace(`${HEALTHY.run}/artifacts/scores.csv`, 'a,b\n1,"2\n3,4\n')(store);
    replace(`${HEALTHY.run}/artifacts/lines.json`, '{"a": 1}\n{"a": 2}\n')(store);
    replace(`${HEALTHY.run}/artifacts/plot.bin`, LFS_POINTER)(store);
    deepEqual(await found({ level: "quick" }), []);
    deepEqual(await found({ level: "bytes" }), [
      `MLR421 warning mlruns/${MODELS.ofRun}/MLmodel:6`,
      `MLR423 warning mlruns/${HEALTHY.run}/artifacts/plot.bin`,
      `MLR427 warning mlruns/${HEALTHY.run}/artifacts/eval.json:2`,
      `MLR427 warning mlruns/${HEALTHY.run}/artifacts/scores.csv:2`,
    ]);
  });

  it("finds links out of the store, and enters none", async () => {
    addModels(store);
    const artifacts = join(store, HEALTHY.run, "artifacts");
    symlinkSync("/etc", join(artifacts, "out"));
    symlinkSync("nowhere", join(artifacts, "gone"));
    symlinkSync("eval.json", join(artifacts, "inside"));
    deepEqual(await found({ level: "bytes" }), [
      `MLR428 error mlruns/${HEALTHY.run}/artifacts/gone`,
      `MLR428 error mlruns/${HEALTHY.run}/artifacts/out`,
    ]);
  });

  it("looks for artifacts outside of the store by their address", async () => {
    addModels(store);
    const elsewhere = join(folder, "mlflow", HEALTHY.runId, "artifacts");
    mkdirSync(join(folder, "mlflow", HEALTHY.runId), { recursive: true });
    renameSync(join(store, HEALTHY.run, "artifacts"), elsewhere);
    const uri = "file:///home/someone/project/mlflow";
    edit(HEALTHY.runMeta, (text) =>
      text.replace(/^artifact_uri: .*$/m, `artifact_uri: ${uri}/${HEALTHY.runId}/artifacts`),
    )(store);
    edit("models/churn/version-2/meta.yaml", (text) =>
      text.replace(/^(source|storage_location): .*$/gm, `$1: ${uri}/${HEALTHY.runId}/artifacts/classifier`),
    )(store);
    deepEqual(await found(), []);
    rmSync(join(elsewhere, "classifier", "model.pkl"));
    deepEqual(await found(), [`MLR421 warning mlflow/${HEALTHY.runId}/artifacts/classifier/MLmodel:6`]);
  });

  it("says once of an experiment that what its runs logged was not kept", async () => {
    addModels(store);
    remove(`${HEALTHY.run}/artifacts`)(store);
    deepEqual(await found(), [
      `MLR416 info mlruns/${HEALTHY.experiment}`,
      "MLR416 info mlruns/models/churn/version-2/meta.yaml",
    ]);
  });

  it("tells a version's address of elsewhere from one that was here", async () => {
    addModels(store);
    const source = (uri: string, run: string) =>
      edit("models/churn/version-2/meta.yaml", (text) =>
        text.replace(/^(source|storage_location): .*$/gm, `$1: ${uri}`).replace(/^run_id: .*$/m, `run_id: ${run}`),
      )(store);
    const gone = "f".repeat(32);
    source(`s3://bucket/${gone}/artifacts/model`, gone);
    deepEqual(await found(), ["MLR416 info mlruns/models/churn/version-2/meta.yaml"]);
    source(`file:///C:/x/mlruns/77/${gone}/artifacts/model`, gone);
    deepEqual(await found(), ["MLR416 info mlruns/models/churn/version-2/meta.yaml"]);
    source(`file:///C:/x/mlruns/${HEALTHY.experiment}/${gone}/artifacts/model`, gone);
    deepEqual(await found(), ["MLR418 warning mlruns/models/churn/version-2/meta.yaml"]);
    replace("models/churn/aliases/next", "2")(store);
    deepEqual(await found(), ["MLR417 error mlruns/models/churn/version-2/meta.yaml"]);
  });

  it("asks no files of prompts, of models kept elsewhere on purpose, and of unfinished ones", async () => {
    addModels(store);
    remove(MODELS.artifacts)(store);
    remove(MODELS.registered)(store);
    replace(`${MODELS.folder}/tags/mlflow.model.isExternal`, "true")(store);
    deepEqual(await found(), []);
    remove(`${MODELS.folder}/tags`)(store);
    deepEqual(await found(), [`MLR408 warning mlruns/${MODELS.meta}`]);
    edit(MODELS.meta, (text) => text.replace("status: 2", "status: 1"))(store);
    deepEqual(await found(), []);
    const version = "name: greeting\nversion: 1\nsource: prompt-template\ncurrent_stage: None\ncreation_timestamp: 1\n";
    replace("models/greeting/version-1/meta.yaml", version)(store);
    replace("models/greeting/meta.yaml", "name: greeting\n")(store);
    replace("models/greeting/tags/mlflow.prompt.is_prompt", "true")(store);
    deepEqual(await found(), []);
  });

  it("counts another machine's addresses by experiment, and none of this one's", async () => {
    addModels(store);
    const addresses = async () => (await findingsOf(store)).filter(({ rule }) => rule === "MLR425");
    match(
      (await addresses())[0]?.message ?? "",
      /^The address leads to file:\/\/\/tmp\/mlops\/project\/mlruns; it is so in 3 more places\.$/,
    );
    const here = pathToFileURL(store).href;
    for (const path of [
      HEALTHY.runMeta,
      `${HEALTHY.experiment}/${HEALTHY.otherRunId}/meta.yaml`,
      `${HEALTHY.experiment}/${"c".repeat(32)}/meta.yaml`,
      MODELS.meta,
    ]) {
      edit(path, (text) => text.replace("file:///tmp/mlops/project/mlruns", here))(store);
    }
    deepEqual(await addresses(), []);
  });

  it("follows no address that leads upward", async () => {
    edit(HEALTHY.runMeta, (text) => text.replace(/^artifact_uri: .*$/m, "artifact_uri: file:///a/../../etc/artifacts"))(
      store,
    );
    deepEqual(await found(), [`MLR426 warning mlruns/${HEALTHY.runMeta}`]);
  });
});
