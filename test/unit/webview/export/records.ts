import { RunTable } from "../../../../src/core/index/table.ts";
import type { RunRecord } from "../../../../src/core/model/run.ts";
import type { KeyValue } from "../../../../src/core/model/text.ts";

interface Given {
  readonly params?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly metrics?: Readonly<Record<string, number>>;
}

const keyValues = (texts: Readonly<Record<string, string>> = {}): KeyValue[] =>
  Object.entries(texts).map(([key, value]) => ({ key, value }));

/** A finished run of the experiment `0`, as the index keeps it. */
export function record(id: string, { params, tags, metrics = {} }: Given): RunRecord {
  const start = 1_709_193_600_000;
  return {
    info: {
      ...{ experiment: "0", folder: id, id, experimentId: "0", name: id, status: "FINISHED", lifecycle: "active" },
      ...{ start, end: start + 1000, user: "ada", artifactUri: `./mlruns/0/${id}/artifacts`, readable: true },
    },
    params: keyValues(params),
    tags: keyValues(tags),
    metrics: Object.entries(metrics).map(([key, value]) => {
      const last = { value, timestamp: start + 500, step: 0 };
      return { key, last, first: value, min: value, max: value, count: 1 };
    }),
    ...{ modelInputs: [], modelOutputs: [], datasets: [], problems: [] },
  };
}

export function table(records: readonly RunRecord[]): RunTable {
  const made = new RunTable();
  for (const one of records) made.put(one);
  return made;
}
