import type { Experiment } from "../model/experiment.ts";
import type { ExperimentFolder } from "../model/store.ts";
import type { ModelsFacts } from "./facts/modelFacts.ts";
import type { RunFacts } from "./facts/runFacts.ts";
import type { RunSummary } from "./facts/runSummary.ts";
import type { StoreFacts } from "./facts/storeFacts.ts";
import type { Check } from "./rule.ts";

/** What a check of one run is given. */
export interface RunInput {
  readonly run: RunFacts;
  readonly experiment: Pick<Experiment, "id" | "readable">;
}

/** What a check of a whole store is given, after all its runs were looked at. */
export interface StoreInput {
  readonly experiments: readonly ExperimentFolder[];
  readonly facts: StoreFacts;
  readonly models: ModelsFacts;
  readonly runs: readonly RunSummary[];
}

/** What a check of experiments alone is given. */
export type ExperimentsInput = Pick<StoreInput, "facts">;

export type RunCheck = Check<RunInput>;
export type StoreCheck = Check<StoreInput>;
export type ExperimentsCheck = Check<ExperimentsInput>;
