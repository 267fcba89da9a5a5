import { type Problem, problem } from "../core/model/problem.ts";
import type { RunRecord } from "../core/model/run.ts";
import { textOf } from "../core/model/text.ts";
import type { OpenStore } from "./openStores.ts";

/** Ids of all runs of a store, by their folders. */
export function runIds(store: OpenStore): ReadonlySet<string> {
  return new Set(store.experiments.flatMap(({ runs }) => runs));
}

/** What is wrong with a run: what its files say, and a parent that is not there. */
export function problemsOf(run: RunRecord, ids: ReadonlySet<string>, isDatabase: boolean): readonly Problem[] {
  const parent = textOf(run.tags, "mlflow.parentRunId");
  if (!parent || ids.has(parent)) return run.problems;
  const missing = `names the parent run ${parent}, which is not in this store`;
  const found = isDatabase
    ? problem("parent-missing", "", `run ${run.info.id} ${missing}`, null, "warning")
    : problem(
        "parent-missing",
        `${run.info.experiment}/${run.info.folder}/tags/mlflow.parentRunId`,
        missing,
        null,
        "warning",
      );
  return [...run.problems, found];
}
