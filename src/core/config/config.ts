import type { Severity } from "../model/finding.ts";
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
  readonly verify: VerifyConfig;
}

/** What a repository says of its verification. */
export interface VerifyConfig {
  /** Severities other than the rules' own, by rule id; `off` leaves a rule out. */
  readonly rules: ReadonlyMap<string, Severity | "off">;
  /** Findings that are known and accepted: a rule and a file, `MLR203 mlruns/1/abc/metrics/rmse`. */
  readonly baseline: readonly string[];
}

export const NO_CONFIG: Config = {
  stores: [],
  judging: GUESSING,
  filters: [],
  columnSets: [],
  verify: { rules: new Map(), baseline: [] },
};

/** A config as read: what could be, and one sentence for each part that could not. */
export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly string[];
}
