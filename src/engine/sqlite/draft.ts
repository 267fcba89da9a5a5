import type { MetricPoint } from "../../core/model/metric.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { DatasetInput, ModelOutput, RunInfo } from "../../core/model/run.ts";
import type { KeyValue } from "../../core/model/text.ts";
import type { RunSink } from "./byRun.ts";
import { note, type Row } from "./cells.ts";

/** The last point of a metric, from table latest_metrics. */
export interface LastPoint extends MetricPoint {
  readonly key: string;
}

/** Points of one metric in the order of the rows; equal lengths. */
export interface Points {
  readonly values: number[];
  readonly timestamps: number[];
  readonly steps: number[];
}

/** A run while its tables are read, one after the other. */
export interface Draft {
  info: RunInfo;
  readonly params: KeyValue[];
  readonly tags: KeyValue[];
  readonly last: LastPoint[];
  /** By key; empty where points were not read. */
  readonly points: Map<string, Points>;
  readonly datasets: DatasetInput[];
  readonly modelInputs: string[];
  readonly modelOutputs: ModelOutput[];
  readonly problems: Problem[];
}

export function newDraft(info: RunInfo): Draft {
  return {
    info,
    params: [],
    tags: [],
    last: [],
    points: new Map(),
    datasets: [],
    modelInputs: [],
    modelOutputs: [],
    problems: [],
  };
}

/** Puts the rows of a table into the drafts, and what is damaged among their problems. */
export function intoDrafts(drafts: readonly Draft[], table: string, put: (draft: Draft, row: Row) => void): RunSink {
  return {
    take: (run, row) => {
      const draft = drafts[run];
      if (draft) put(draft, row);
    },
    damaged: (run, reason) => {
      const problems = drafts[run]?.problems;
      if (problems)
        note(problems, problem("database", "", `Not all of this run could be read from table "${table}": ${reason}.`));
    },
  };
}
