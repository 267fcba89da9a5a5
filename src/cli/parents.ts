import { missingParent } from "../core/model/missingParent.ts";
import type { Problem } from "../core/model/problem.ts";
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
  return [...run.problems, missingParent(run.info, parent, isDatabase)];
}
