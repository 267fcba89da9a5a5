// What a test says about the store it wants; everything left out gets a safe default.

export const STATUS_CODES = { RUNNING: 1, SCHEDULED: 2, FINISHED: 3, FAILED: 4, KILLED: 5 } as const;
export const MODEL_STATUS_CODES = { PENDING: 1, READY: 2, FAILED: 3 } as const;
export type StatusName = keyof typeof STATUS_CODES;
export type LifecycleName = "active" | "deleted";
export type Texts = Readonly<Record<string, string>>;
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** One value; values at steps 0, 1, 2 … a second apart; or whole lines: timestamp, value, step. */
export type MetricSpec = number | readonly number[] | readonly (readonly [number, number, number])[];

export interface DatasetSpec {
  readonly name: string;
  readonly digest?: string;
  readonly source?: string;
  /** Column name to MLflow type. */
  readonly columns?: Texts;
  readonly rows?: number;
}

export interface RunSpec {
  /** 32 hex digits; made from the place of the run where left out. */
  readonly id?: string;
  /** null: no name at all, as of an old client. */
  readonly name?: string | null;
  readonly status?: StatusName;
  readonly lifecycle?: LifecycleName;
  readonly start?: number;
  readonly end?: number | null;
  readonly user?: string;
  /** Id of the parent run. */
  readonly parent?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly metrics?: Readonly<Record<string, MetricSpec>>;
  readonly tags?: Texts;
  /** Path below `artifacts/` to content. */
  readonly artifacts?: Files;
  readonly datasets?: readonly (DatasetSpec & { readonly context?: string })[];
  readonly modelInputs?: readonly string[];
  readonly modelOutputs?: readonly { readonly id: string; readonly step?: number }[];
}

export interface LoggedModelSpec {
  readonly id: string;
  readonly name?: string;
  readonly status?: keyof typeof MODEL_STATUS_CODES;
  readonly lifecycle?: LifecycleName;
  readonly type?: string;
  readonly sourceRun?: string | null;
  readonly created?: number;
  readonly params?: Texts;
  readonly tags?: Texts;
  /** Metric file lines: timestamp, value, step, run id. */
  readonly metrics?: Readonly<Record<string, readonly (readonly [number, number, number, string])[]>>;
  readonly artifacts?: Files;
}

export interface ExperimentSpec {
  readonly id?: string;
  readonly name?: string;
  /** `deleted` lies in `.trash`. */
  readonly lifecycle?: LifecycleName;
  readonly created?: number;
  readonly tags?: Texts;
  readonly artifactLocation?: string;
  readonly runs?: readonly RunSpec[];
  readonly models?: readonly LoggedModelSpec[];
}

export interface VersionSpec {
  readonly version: number;
  readonly stage?: string;
  readonly source?: string;
  readonly storage?: string;
  readonly runId?: string;
  readonly created?: number;
  readonly updated?: number;
  readonly description?: string | null;
  readonly tags?: Texts;
}

export interface RegisteredModelSpec {
  readonly name: string;
  readonly description?: string | null;
  readonly created?: number;
  readonly updated?: number;
  readonly tags?: Texts;
  readonly aliases?: Readonly<Record<string, number>>;
  readonly versions?: readonly VersionSpec[];
}

export interface StoreSpec {
  /** What the URIs name: another machine's folder, as in any cloned repository. */
  readonly uri?: string;
  readonly experiments?: readonly ExperimentSpec[];
  readonly registeredModels?: readonly RegisteredModelSpec[];
}

export interface BuiltRun {
  readonly id: string;
  /** Absolute. */
  readonly folder: string;
}

export interface BuiltExperiment {
  readonly id: string;
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly runs: readonly BuiltRun[];
}

export interface BuiltStore {
  readonly folder: string;
  readonly experiments: readonly BuiltExperiment[];
}
