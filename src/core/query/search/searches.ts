import type { Experiment } from "../../model/experiment.ts";
import type { LoggedModel } from "../../model/loggedModel.ts";
import type { ModelVersion, RegisteredModel } from "../../model/registry.ts";
import type { RunRef } from "../../model/run.ts";
import type { ExperimentSearch } from "./experiments.ts";
import type { LoggedModelSearch } from "./loggedModels.ts";
import type { SearchRequest } from "./page.ts";

/** Which experiments are looked into, by their folders. */
interface Within {
  readonly experiments: readonly string[];
}

/** What each search is asked and answers, as MLflow's own does. */
export interface Searches {
  readonly runs: {
    readonly request: SearchRequest & Within & { readonly lifecycle: "active" | "deleted" | "all" };
    readonly item: RunRef;
  };
  readonly experiments: { readonly request: ExperimentSearch; readonly item: Experiment };
  readonly registered_models: { readonly request: SearchRequest; readonly item: RegisteredModel };
  readonly model_versions: { readonly request: SearchRequest; readonly item: ModelVersion };
  readonly logged_models: { readonly request: LoggedModelSearch & Within; readonly item: LoggedModel };
}
