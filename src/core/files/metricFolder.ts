import type { MetricHistory, MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { sortByKey } from "../model/text.ts";
import type { KeyFolder } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { type MetricFile, MetricReading, readMetric } from "./metricFile.ts";
import { type PointSink, Points } from "./metricPoints.ts";
import { type Bytes, type Failure, failureReason, join, type Scan } from "./scan.ts";

/** Longer files, of some thousand points, are read alone. */
const QUICK = 256 << 10;
/** And piece by piece, never held whole. */
export const PIECE = 1 << 20;

/** The metrics of one run. */
export class MetricFolder implements KeyFolder {
  readonly path: string;
  readonly quick = QUICK;
  readonly #problems: Problem[];
  readonly #sinkOf: ((key: string) => PointSink) | null;
  readonly #summaries: MetricSummary[] = [];

  /** `sinkOf`: what takes the points of a metric, where they are wanted. */
  constructor(path: string, problems: Problem[], sinkOf: ((key: string) => PointSink) | null) {
    this.path = path;
    this.#problems = problems;
    this.#sinkOf = sinkOf;
  }

  *readAlone(key: string, path: string): Scan<void> {
    const reading = new MetricReading(path, this.#sinkOf?.(key) ?? null);
    for (let from = 0, isLast = false; !isLast; ) {
      const [piece] = yield [{ op: "piece", path, from, length: PIECE, limit: LIMITS.metric }];
      if (piece?.op !== "read") {
        this.#problems.push(unread(path, piece?.op === "failure" ? piece.code : "EIO"));
        return;
      }
      isLast = !piece.cut;
      from += reading.take(piece, isLast);
    }
    this.#add(reading.end(key));
  }

  take(key: string, reply: Bytes | Failure, path = join(this.path, key)): void {
    if (reply.op === "failure") this.#problems.push(unread(path, reply.code));
    else this.#add(readMetric(key, path, reply, this.#sinkOf?.(key) ?? null));
  }

  /** Sorted by key. */
  summaries(): readonly MetricSummary[] {
    return sortByKey(this.#summaries);
  }

  #add({ summary, problems }: MetricFile): void {
    for (const found of problems) this.#problems.push(found);
    if (summary) this.#summaries.push(summary);
  }
}

/** Every point of metrics, by key. */
export class Histories {
  readonly #points = new Map<string, Points>();

  readonly sinkOf = (key: string): PointSink => {
    const points = new Points();
    this.#points.set(key, points);
    return points;
  };

  /** Sorted by key; those without a point are left out. */
  list(): readonly MetricHistory[] {
    const all = Array.from(this.#points, ([key, points]) => points.of(key));
    return sortByKey(all.filter(({ values }) => values.length > 0));
  }
}

function unread(path: string, code: string): Problem {
  return code === "too-large"
    ? problem("limit", path, `is larger than ${LIMITS.metric >> 20} MiB and was not read`)
    : problem("unreadable", path, `cannot be read: ${failureReason(code)}`);
}
