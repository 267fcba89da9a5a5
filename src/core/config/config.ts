import { GUESSING, type Judging } from "../model/judging.ts";
import type { ColumnSet, SavedFilter } from "../model/runsTable.ts";

/** The committed config's file name; it lies beside or above a store, inside its repository. */
export const CONFIG_FILE = ".mlflow-runs.json";

/** A repository's say, read by editor and command line alike. It is untrusted like everything in a repository. */
export interface Config {
  /** Paths of further stores, relative to the config's folder and inside it, `/` between segments. */
  readonly stores: readonly string[];
  readonly judging: Judging;
  readonly filters: readonly SavedFilter[];
  readonly columnSets: readonly ColumnSet[];
}

export const NO_CONFIG: Config = {
  stores: [],
  judging: GUESSING,
  filters: [],
  columnSets: [],
};

/** A config as read: what could be, and one sentence for each part that could not. */
export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly string[];
}
