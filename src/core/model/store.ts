import type { Experiment } from "./experiment.ts";
import type { LoggedModel } from "./loggedModel.ts";
import type { RegisteredModel } from "./registry.ts";
import type { Trace } from "./trace.ts";

export type StoreKind = "file" | "sqlite";

/** A place that holds runs. */
export interface StoreRef {
  /** Absolute path of the folder or database file: its identity. */
  readonly key: string;
  readonly kind: StoreKind;
  /** Absolute path below which artifacts of another machine are looked for: the workspace folder, or the PATH given. */
  readonly base: string;
  /** Path relative to the folder looked in, `/` between segments, `.` where the store is that folder. */
  readonly label: string;
}

/** An experiment with the names of what lies in it, before any run is read. */
export interface ExperimentFolder {
  readonly experiment: Experiment;
  readonly runs: readonly string[];
  readonly loggedModels: readonly string[];
  readonly traces: readonly string[];
}

/** What a store holds besides its runs. */
export interface StoreContents {
  readonly registry: readonly RegisteredModel[];
  readonly loggedModels: readonly LoggedModel[];
  readonly traces: readonly Trace[];
}
