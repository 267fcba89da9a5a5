/** What faces are shown: plain data, made by the engine, sent by ranges. */
import type { ComparedDataset } from "./comparedParts.ts";
import type { ComparedValue } from "./comparedValue.ts";
import type { Lifecycle } from "./experiment.ts";
import type { Goal } from "./goal.ts";
import type { LoggedModel } from "./loggedModel.ts";
import type { MetricSummary } from "./metric.ts";
import type { LocatedProblem, Problem } from "./problem.ts";
import type { ModelVersion } from "./registry.ts";
import type { DatasetInput, RunInfo, RunRef, RunStatus } from "./run.ts";
import type { KeyValue } from "./text.ts";
import type { Trace } from "./trace.ts";

/** A run's status as shown: RUNNING is `live` or, where nothing moves any more, `unfinished`. */
export type ShownStatus = "live" | "unfinished" | "scheduled" | "finished" | "failed" | "killed" | "unreadable";

/** The metric an experiment is judged by. */
export interface PrimaryMetric {
  readonly key: string;
  readonly goal: Goal;
}

export interface RunRow {
  readonly ref: RunRef;
  readonly id: string;
  /** The name, the params or both: what tells the run from its siblings; the id only where nothing else does. */
  readonly label: string;
  readonly name: string | null;
  readonly status: ShownStatus;
  readonly lifecycle: Lifecycle;
  readonly start: number | null;
  readonly end: number | null;
  /** Last value of the experiment's primary metric; `best` only where the goal is known. */
  readonly primary: { readonly key: string; readonly value: number; readonly best: boolean } | null;
  /** Up to two params that tell this run from its siblings and are not in the label. */
  readonly telling: readonly KeyValue[];
  /** Runs nested directly below it, of the lifecycle asked for. */
  readonly children: number;
  readonly problems: number;
  readonly counts: {
    readonly metrics: number;
    readonly params: number;
    readonly tags: number;
    readonly datasets: number;
    readonly models: number;
  };
}

/** The run with the best last value of the primary metric; there is none where the goal is unknown. */
export interface BestRun {
  readonly value: number;
  readonly ref: RunRef;
  readonly label: string;
}

export interface ExperimentRow {
  readonly store: string;
  readonly folder: string;
  readonly id: string;
  readonly name: string;
  readonly lifecycle: Lifecycle;
  readonly readable: boolean;
  /** Run folders seen; known before any run is read. */
  readonly runs: number;
  /** How many of those are deleted; null until all are read. */
  readonly deletedRuns: number | null;
  readonly liveRuns: number;
  readonly primary: PrimaryMetric | null;
  readonly best: BestRun | null;
  readonly problems: number;
  readonly loggedModels: number;
  readonly traces: number;
  readonly note: string | null;
}

export interface StoreRow {
  readonly key: string;
  readonly label: string;
  readonly kind: "file" | "sqlite";
  readonly experiments: number;
  readonly runs: number;
  /** Run folders read so far, of `runs`. */
  readonly indexed: number;
  readonly problems: number;
  /** Why nothing can be shown of it; null where it is open. */
  readonly error: string | null;
  /** As of when, where a busy database is shown from a copy; milliseconds since 1970. */
  readonly asOf: number | null;
}

export type RunOrder = { readonly by: "start" | "name" | { readonly metric: string }; readonly descending: boolean };

export type RunGrouping = "none" | "status" | "day" | "parent";

/** Which runs are asked for. */
export interface RunSelection {
  readonly store: string;
  /** Experiment folders; null for all of the store. */
  readonly experiments: readonly string[] | null;
  /** As `readFilterText` understands it: an expression, or words that must all be found; empty for all. */
  readonly filter: string;
  /** Whether only runs are meant of which something could not be read as it stands. */
  readonly onlyProblems?: boolean;
  readonly lifecycle: "active" | "deleted" | "all";
  readonly order: RunOrder;
}

export interface RunRequest extends RunSelection {
  /** With `parent` grouping: null for the roots, a run folder for its children. Without: ignored. */
  readonly parent?: string | null;
  readonly grouping: RunGrouping;
  /** The group asked for (`status` and `day`); absent for all. */
  readonly group?: string;
  readonly offset: number;
  readonly limit: number;
}

/** One text that a key has, and how many runs have it there. */
export interface KnownValue {
  readonly value: string;
  readonly runs: number;
}

/** A key that runs have. */
export interface KnownKey {
  readonly key: string;
  /** How many of the runs have it. */
  readonly runs: number;
  /** Up to 20 of its texts of at most 200 UTF-16 units, most frequent first; none for metrics and times. */
  readonly values: readonly KnownValue[];
}

/** What can be asked of some runs by name: at most 2,000 keys an entity, most frequent first. */
export interface RunKeys {
  readonly metrics: readonly KnownKey[];
  readonly params: readonly KnownKey[];
  readonly tags: readonly KnownKey[];
  /** Those of MLflow's search language that any run has (`run_name`, `status`, `start_time`, …). */
  readonly attributes: readonly KnownKey[];
  /** `name`, `digest` and `context`, where any run has a dataset. */
  readonly datasets: readonly KnownKey[];
}

export interface RunPage {
  /** How many match; `rows` is `[offset, offset + limit)` of them. */
  readonly total: number;
  readonly rows: readonly RunRow[];
}

export interface RunGroup {
  readonly group: string;
  readonly label: string;
  readonly count: number;
}

/** One run on one page. */
export interface RunView {
  readonly row: RunRow;
  readonly info: RunInfo;
  readonly experimentName: string;
  readonly storeLabel: string;
  readonly primary: PrimaryMetric | null;
  readonly params: readonly KeyValue[];
  readonly tags: readonly KeyValue[];
  readonly metrics: readonly (MetricSummary & { readonly goal: Goal })[];
  readonly datasets: readonly DatasetInput[];
  readonly modelInputs: readonly LoggedModelView[];
  readonly modelOutputs: readonly LoggedModelView[];
  readonly versions: readonly ModelVersion[];
  readonly traces: readonly Trace[];
  readonly parent: RunRow | null;
  readonly children: readonly RunRow[];
  readonly childCount: number;
  /** The runs before and after it in its experiment by start time. */
  readonly previous: RunRow | null;
  readonly next: RunRow | null;
  readonly problems: readonly LocatedProblem[];
}

export interface LoggedModelView {
  readonly id: string;
  /** Null where the model is named but not there. */
  readonly model: LoggedModel | null;
  readonly signature: ModelSignature | null;
}

/** As MLmodel says it: columns by name and type, JSON lists. */
export interface ModelSignature {
  readonly inputs: readonly SignatureColumn[];
  readonly outputs: readonly SignatureColumn[];
  readonly flavors: readonly string[];
}

export interface SignatureColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * What the points of a chart lie over: their step; `relative`, milliseconds since the run's first point of the metric;
 * `wall`, milliseconds since 1970; or the value that another metric has at the same step.
 */
export type SeriesAxis = "step" | "relative" | "wall" | { readonly metric: string };

/** How the points of a metric are wanted. */
export interface SeriesView {
  readonly axis: SeriesAxis;
  /** Only these x, with the points next to them on both sides, so that lines go on to the edge; null for all. */
  readonly range: readonly [from: number, to: number] | null;
  /** Weight of the moving average, from 0 (none) to below 1. */
  readonly smoothing: number;
}

/** A metric's points, down-sampled by min-max buckets where there are more than asked for; equal lengths. */
export interface Series {
  readonly ref: RunRef;
  readonly key: string;
  /** Where the points lie on the axis asked for, ascending. */
  readonly x: Float64Array;
  readonly steps: Float64Array;
  readonly values: Float64Array;
  readonly timestamps: Float64Array;
  /** The moving average of all points up to each; null where none was asked for. */
  readonly smoothed: Float64Array | null;
  /** Points logged in the range asked for; more than `values.length` where it was down-sampled. */
  readonly points: number;
  /** Points left out because nothing says where they lie on the axis. */
  readonly unplaced: number;
}

export interface ArtifactEntry {
  readonly name: string;
  /** Path below the artifact root, `/` between segments. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Bytes; null for folders. */
  readonly size: number | null;
}

/** A folder of artifacts as found in this workspace. */
export interface ArtifactListing {
  /** Absolute path of the folder listed; null where nothing was found. */
  readonly folder: string | null;
  readonly uri: string;
  readonly entries: readonly ArtifactEntry[];
  /** Why there is nothing to show, as one sentence; null where there is. */
  readonly reason: string | null;
  /** What cannot be shown as it is: links, pipes, entries past the limit. `file` is below the artifact root. */
  readonly problems: readonly Problem[];
}

/** An artifact on this machine. */
export interface LocatedArtifact {
  /** Absolute path. */
  readonly file: string;
  readonly name: string;
  readonly isFolder: boolean;
}

/** Whose artifacts are meant. */
export type ArtifactOwner =
  | { readonly kind: "run"; readonly ref: RunRef }
  | { readonly kind: "model"; readonly store: string; readonly modelId: string }
  | { readonly kind: "version"; readonly store: string; readonly name: string; readonly version: string };

export interface ComparedMetric {
  readonly key: string;
  readonly goal: Goal;
  readonly values: readonly (MetricSummary | null)[];
  /** Indices of the best last values; empty where the goal is unknown or nothing differs. */
  readonly best: readonly number[];
  readonly differs: boolean;
  /** Whether any run has more than one step. */
  readonly hasSteps: boolean;
}

export interface Comparison {
  readonly runs: readonly RunRow[];
  readonly experiments: readonly string[];
  /** Refs asked for that are no longer there. */
  readonly missing: readonly RunRef[];
  /** Index of the run that the others are measured against where nobody chose one; null without runs. */
  readonly baseline: number | null;
  /** What the experiments of the runs are judged by, where they agree. */
  readonly primary: PrimaryMetric | null;
  readonly metrics: readonly ComparedMetric[];
  readonly params: readonly ComparedValue[];
  readonly tags: readonly ComparedValue[];
  readonly attributes: readonly ComparedValue[];
  readonly datasets: readonly ComparedDataset[];
  /** One a run: what people wrote about it (`mlflow.note.content`); null where nobody did. */
  readonly notes: readonly (string | null)[];
}

/** A change that faces redraw for; only what is named changed. */
export interface EngineChange {
  readonly store: string;
  /** The list of stores or the store's own state. */
  readonly storeChanged: boolean;
  /** Experiment folders whose row or list of runs changed. */
  readonly experiments: readonly string[];
  /** Single runs that were read again (at most 50; more are named by their experiments). */
  readonly runs: readonly RunRef[];
  readonly registryChanged: boolean;
}

export type { ComparedValue, RunStatus };
