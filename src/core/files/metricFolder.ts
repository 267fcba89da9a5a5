import type { MetricHistory, MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { sortByKey } from "../model/text.ts";
import type { KeyFolder } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { readMetric } from "./metricFile.ts";
import { type Bytes, type Failure, failureReason, join, type Request } from "./scan.ts";

/** Longer files, of some thousand points, are read alone. */
const QUICK = 256 << 10;

/** The metrics of one run. */
export class MetricFolder implements KeyFolder {
  readonly path: string;
  readonly quick = QUICK;
  readonly #withHistory: boolean;
  readonly #problems: Problem[];
  readonly #summaries: MetricSummary[] = [];
  readonly #history: MetricHistory[] = [];

  constructor(path: string, withHistory: boolean, problems: Problem[]) {
    this.path = path;
    this.#withHistory = withHistory;
    this.#problems = problems;
  }

  alone(path: string): Request {
    return { op: "read", path, limit: LIMITS.metric, beyond: "refuse" };
  }

  take(key: string, reply: Bytes | Failure, path = join(this.path, key)): void {
    if (reply.op === "failure") {
      this.#problems.push(unread(path, reply.code));
      return;
    }
    const { summary, history, problems } = readMetric(key, path, reply, this.#withHistory);
    for (const found of problems) this.#problems.push(found);
    if (summary) this.#summaries.push(summary);
    if (history) this.#history.push(history);
  }

  /** Sorted by key; so are the histories. */
  summaries(): readonly MetricSummary[] {
    return sortByKey(this.#summaries);
  }

  /** Empty unless asked for. */
  history(): readonly MetricHistory[] {
    return sortByKey(this.#history);
  }
}

function unread(path: string, code: string): Problem {
  return code === "too-large"
    ? problem("limit", path, `is larger than ${LIMITS.metric >> 20} MiB and was not read`)
    : problem("unreadable", path, `cannot be read: ${failureReason(code)}`);
}
