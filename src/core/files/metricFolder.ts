import type { MetricHistory, MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { sortByKey } from "../model/text.ts";
import type { KeyFolder } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { readMetric } from "./metricFile.ts";
import { type Bytes, type Failure, failureReason } from "./scan.ts";

/** Longer files, of some thousand points, are read alone. */
const QUICK = 256 << 10;

/** The metrics of one run. */
export class MetricFolder {
  readonly #withHistory: boolean;
  readonly #problems: Problem[];
  readonly #summaries: MetricSummary[] = [];
  readonly #history: MetricHistory[] = [];

  constructor(withHistory: boolean, problems: Problem[]) {
    this.#withHistory = withHistory;
    this.#problems = problems;
  }

  /** The folder to be read. */
  folder(path: string): KeyFolder {
    return {
      path,
      quick: QUICK,
      alone: (file) => ({ op: "read", path: file, limit: LIMITS.metric, beyond: "refuse" }),
      take: (key, file, reply) => this.#take(key, file, reply),
    };
  }

  /** Sorted by key; so are the histories. */
  summaries(): readonly MetricSummary[] {
    return sortByKey(this.#summaries);
  }

  /** Empty unless asked for. */
  history(): readonly MetricHistory[] {
    return sortByKey(this.#history);
  }

  #take(key: string, path: string, reply: Bytes | Failure): void {
    if (reply.op === "failure") {
      this.#problems.push(unread(path, reply.code));
      return;
    }
    const { summary, history, problems } = readMetric(key, path, reply, this.#withHistory);
    for (const found of problems) this.#problems.push(found);
    if (summary) this.#summaries.push(summary);
    if (history) this.#history.push(history);
  }
}

function unread(path: string, code: string): Problem {
  return code === "too-large"
    ? problem("limit", path, `is larger than ${LIMITS.metric >> 20} MiB and was not read`)
    : problem("unreadable", path, `cannot be read: ${failureReason(code)}`);
}
