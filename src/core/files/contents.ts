import type { LoggedModel } from "../model/loggedModel.ts";
import type { Problem } from "../model/problem.ts";
import type { ExperimentFolder, StoreContents } from "../model/store.ts";
import type { Trace } from "../model/trace.ts";
import { scanLoggedModels } from "./loggedModel.ts";
import { scanRegistry } from "./registry.ts";
import type { Scan } from "./scan.ts";
import { scanTraces } from "./trace.ts";

/** Reads what a store holds besides its runs: the registry, and the models and traces of its experiments as listed. */
export function* scanContents(
  experiments: readonly ExperimentFolder[],
): Scan<{ readonly contents: StoreContents; readonly problems: readonly Problem[] }> {
  const registry = yield* scanRegistry();
  const problems: Problem[] = [...registry.problems];
  const loggedModels: LoggedModel[] = [];
  const traces: Trace[] = [];
  for (const { experiment, loggedModels: ids, traces: traceIds } of experiments) {
    const experimentDeleted = experiment.lifecycle === "deleted";
    const models = yield* scanLoggedModels({ experiment: experiment.folder, experimentDeleted, ids });
    const traced = yield* scanTraces(experiment.folder, traceIds);
    loggedModels.push(...models.models);
    for (const trace of traced.traces) traces.push(trace);
    for (const found of [...models.problems, ...traced.problems]) problems.push(found);
  }
  return { contents: { registry: registry.models, loggedModels, traces }, problems };
}
