import { join } from "node:path";
import { pyFloat, pyJson } from "../support/python.ts";
import { writeFile } from "../support/writing.ts";
import { EXPERIMENTS, type Moment } from "./places.ts";
import type { Trained } from "./trained.ts";

/** What the pipeline leaves beside the runs: the best of each algorithm, and how they compare. */
export function writeResults(folder: string, trained: readonly Trained[], best: Trained): void {
  const rows = trained.map(({ algorithm, scores }) => {
    const numbers = ["rmse", "mae", "r2"].map((key) => pyFloat(scores[key] ?? Number.NaN));
    return `${[title(algorithm), ...numbers, algorithm === best.algorithm ? "True" : "False"].join(",")}\n`;
  });
  writeFile(join(folder, "results/model_comparison.csv"), `Model,Val_RMSE,Val_MAE,Val_R2,Is_Best\n${rows.join("")}`);
  for (const one of trained) {
    const path = join(folder, "models", `${one.algorithm}_best_model.pkl`);
    writeFile(path, Buffer.from(`\x80\x04N.${one.run.id}`, "latin1"));
    writeJson(join(folder, "models", `${one.algorithm}_metadata.json`), {
      model_name: one.algorithm,
      run_id: one.run.id,
      rmse: one.scores.rmse ?? Number.NaN,
      model_file: `${one.algorithm}_best_model.pkl`,
    });
  }
}

/** Puts a run into production. The names and the NaN are those of pipelines found in the wild. */
export function deploy(folder: string, best: Trained, moment: Moment): void {
  const rmse = best.scores.rmse ?? Number.NaN;
  const prepared = isoLocal(moment.time);
  const models = join(folder, "deployment/models");
  writeJson(join(models, "deployment_info.json"), {
    status: "ready",
    model_name: best.algorithm,
    rmse,
    prepared_at: prepared,
    files: { model: "best_model.pkl", metadata: "model_metadata.json" },
  });
  writeJson(join(models, "best_model_info.json"), {
    run_id: best.run.id,
    model_type: best.algorithm,
    rmse,
    r2_score: null,
    experiment_id: EXPERIMENTS.prices.id,
    last_updated: prepared,
    pipeline_run: String(moment.build),
  });
  writeJson(join(models, "model_metadata.json"), {
    model_name: best.algorithm,
    rmse,
    run_id: best.run.id,
    deployment_timestamp: prepared,
    model_file: "best_model.pkl",
    mae: best.scores.mae ?? Number.NaN,
    r2_score: Number.NaN,
  });
  writeFile(join(models, "best_model.pkl"), Buffer.from(`\x80\x04N.${best.run.id}`, "latin1"));
}

type Scalar = string | number | null;

/** As Python's json.dump with an indent of two, NaN included. */
function writeJson(path: string, fields: Readonly<Record<string, Scalar | Readonly<Record<string, Scalar>>>>): void {
  const lines = Object.entries(fields).map(([key, value]) => `  ${pyJson(key)}: ${pyJson(value)}`);
  writeFile(path, `{\n${lines.join(",\n")}\n}`);
}

/** Python's `datetime.isoformat()` without a zone. */
function isoLocal(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}

function title(algorithm: string): string {
  return algorithm
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
