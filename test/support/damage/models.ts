import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { writeLoggedModel, writeRegisteredModel } from "../modelFiles.ts";
import { STORE_URI, writeMeta } from "../writing.ts";
import { edit, inTurn, LFS_POINTER, remove, replace } from "./edits.ts";
import { HEALTHY } from "./healthyStore.ts";
import type { VerifyDamage } from "./verify.ts";

const MODEL = `m-${"1".repeat(32)}`;
const MLMODEL = `flavors:
  python_function:
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    model_path: model.pkl
  sklearn:
    code: null
    pickled_model: model.pkl
`;

/** The paths that damages are done to, below the store. */
export const MODELS = {
  id: MODEL,
  folder: `${HEALTHY.experiment}/models/${MODEL}`,
  meta: `${HEALTHY.experiment}/models/${MODEL}/meta.yaml`,
  artifacts: `${HEALTHY.experiment}/models/${MODEL}/artifacts`,
  /** A model of MLflow 1 and 2, below the run itself. */
  ofRun: `${HEALTHY.run}/artifacts/classifier`,
  registered: "models/churn",
  version: "models/churn/version-1",
  alias: "models/churn/aliases/champion",
} as const;

/** What the healthy store gets besides: a model below a run, a logged model, and a registered one with two versions. */
export function addModels(store: string): void {
  const files = {
    MLmodel: MLMODEL,
    "model.pkl": "pickle",
    "conda.yaml": "name: x\n",
    "python_env.yaml": "python: 3\n",
  };
  const place = {
    experimentFolder: join(store, HEALTHY.experiment),
    experimentId: HEALTHY.experiment,
    artifactLocation: `${STORE_URI}/${HEALTHY.experiment}`,
  };
  writeLoggedModel(place, { id: MODEL, name: "classifier", sourceRun: HEALTHY.runId, artifacts: files });
  for (const [name, text] of Object.entries(files)) replace(`${MODELS.ofRun}/${name}`, text)(store);
  const history = JSON.stringify([{ run_id: HEALTHY.runId, artifact_path: "classifier", flavors: {} }]);
  replace(`${HEALTHY.run}/tags/mlflow.log-model.history`, history)(store);
  replace(`${HEALTHY.run}/tags/mlflow.loggedArtifacts`, '[{"path": "eval.json", "type": "table"}]')(store);
  replace(`${HEALTHY.run}/artifacts/eval.json`, '{"columns": ["x"], "data": [[1], [NaN]]}')(store);
  const link = { destination_id: MODEL, destination_type: "MODEL_OUTPUT", source_id: MODEL, source_type: "RUN_OUTPUT" };
  writeMeta(join(store, HEALTHY.run, "outputs", MODEL), { ...link, step: 0, tags: {} });
  writeRegisteredModel(store, {
    name: "churn",
    aliases: { champion: 1 },
    versions: [
      { version: 1, source: `models:/${MODEL}`, storage: `${STORE_URI}/${MODELS.artifacts}`, runId: HEALTHY.runId },
      { version: 2, source: `${STORE_URI}/${MODELS.ofRun}`, runId: HEALTHY.runId },
    ],
  });
}

const damaged = (name: string, apply: (store: string) => void): VerifyDamage => ({
  name: `models: ${name}`,
  apply: inTurn(addModels, apply),
});
const meta = (from: RegExp, to: string) => edit(MODELS.meta, (text) => text.replace(from, to));
const version = (from: RegExp, to: string) => edit(`${MODELS.version}/meta.yaml`, (text) => text.replace(from, to));

export const modelDamages: readonly VerifyDamage[] = [
  damaged("nothing done", () => {}),
  damaged("logged model without meta.yaml", remove(MODELS.meta)),
  damaged("logged model with an empty meta.yaml", replace(MODELS.meta, "")),
  damaged("logged model with bad YAML", replace(MODELS.meta, "model_id: [\n")),
  damaged("logged model of another id", meta(/^model_id: .*$/m, `model_id: m-${"2".repeat(32)}`)),
  damaged("logged model of another experiment", meta(/^experiment_id: .*$/m, "experiment_id: '42'")),
  damaged("logged model with a status of 9", meta(/^status: .*$/m, "status: 9")),
  damaged("logged model without files", remove(MODELS.artifacts)),
  damaged("logged model whose run is gone", meta(/^source_run_id: .*$/m, `source_run_id: ${"f".repeat(32)}`)),
  damaged("logged model that is gone", remove(MODELS.folder)),
  damaged("registered model without meta.yaml", remove(`${MODELS.registered}/meta.yaml`)),
  damaged("registered model with an empty meta.yaml", replace(`${MODELS.registered}/meta.yaml`, "")),
  damaged("registered model with bad YAML", replace(`${MODELS.registered}/meta.yaml`, "name: [\n")),
  damaged(
    "registered model of another name",
    edit(`${MODELS.registered}/meta.yaml`, (text) => text.replace("name: churn", "name: other")),
  ),
  damaged("version without meta.yaml", remove(`${MODELS.version}/meta.yaml`)),
  damaged("version with an empty meta.yaml", replace(`${MODELS.version}/meta.yaml`, "")),
  damaged("version with bad YAML", replace(`${MODELS.version}/meta.yaml`, "name: [\n")),
  damaged("version of another number", version(/^version: .*$/m, "version: 7")),
  damaged("version of another model", version(/^name: .*$/m, "name: other")),
  damaged("version without its source", version(/^source: .*\n/m, "")),
  damaged("version folder without a number", (store) => {
    renameSync(join(store, MODELS.version), join(store, "models/churn/version-x"));
  }),
  damaged("alias to a version that is not there", replace(MODELS.alias, "9")),
  damaged("alias that is no number", replace(MODELS.alias, "best")),
  damaged("empty alias", replace(MODELS.alias, "")),
  damaged("a folder without versions in the registry", (store) => {
    mkdirSync(join(store, "models/empty"), { recursive: true });
  }),
  damaged("a stray file in the registry", replace("models/notes.txt", "x")),
  damaged(".gitkeep in aliases", replace("models/churn/aliases/.gitkeep", "")),
  damaged("a file that MLmodel names is gone", remove(`${MODELS.ofRun}/model.pkl`)),
  damaged("MLmodel is gone", remove(`${MODELS.ofRun}/MLmodel`)),
  damaged("MLmodel that is no YAML", replace(`${MODELS.ofRun}/MLmodel`, "flavors: [\n")),
  damaged("model file as an LFS pointer", replace(`${MODELS.ofRun}/model.pkl`, LFS_POINTER)),
  damaged("logged artifact that is gone", remove(`${HEALTHY.run}/artifacts/eval.json`)),
  damaged("table that does not parse", replace(`${HEALTHY.run}/artifacts/eval.json`, '{"columns": ["x"], "data": [[')),
];
