import type { LoggedModelMetric } from "../model/loggedModel.ts";
import { isLater } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { byText } from "../model/text.ts";
import { decode } from "./bytes.ts";
import { contentOf, type KeyFolder } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { parsePoint } from "./oddLines.ts";
import { type Bytes, type Failure, failureReason, join, type Scan } from "./scan.ts";

/** A logged model's metric has few lines: a run, a dataset and a step each. */
const LIMIT = 4 << 20;

/** Files of one folder are read together up to so many bytes. */
const QUICK = 64 << 10;

/** Metrics of logged models, by their folder. */
export class ModelMetrics {
  readonly #byFolder = new Map<string, LoggedModelMetric[]>();
  readonly #problems: Problem[];

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  /** A folder to be read. */
  folder(path: string): KeyFolder {
    const metrics: LoggedModelMetric[] = [];
    this.#byFolder.set(path, metrics);
    const take = (key: string, reply: Bytes | Failure, file = join(path, key)): void => {
      const text = textOf(file, reply, this.#problems);
      if (text !== null) metrics.push(...parseModelMetric(key, file, text, this.#problems));
    };
    function* readAlone(key: string, file: string): Scan<void> {
      const [reply] = yield [{ op: "read", path: file, limit: LIMIT, beyond: "refuse" }];
      take(key, contentOf(reply), file);
    }
    return { path, quick: QUICK, readAlone, take };
  }

  /** What was read of a folder, sorted by key. */
  of(path: string): readonly LoggedModelMetric[] {
    return (this.#byFolder.get(path) ?? []).sort(byKey);
  }
}

function textOf(path: string, reply: Bytes | Failure, problems: Problem[]): string | null {
  if (reply.op === "read") return decode(reply.data, reply.start, reply.end);
  problems.push(
    reply.code === "too-large"
      ? problem("limit", path, `is larger than ${LIMIT >> 20} MiB and was not read`)
      : problem("unreadable", path, `cannot be read: ${failureReason(reply.code)}`),
  );
  return null;
}

/**
 * The lines `timestamp value step run [dataset digest]` of one metric; of each dataset the last by step, timestamp and
 * value, as MLflow answers.
 */
export function parseModelMetric(key: string, path: string, text: string, problems: Problem[]): LoggedModelMetric[] {
  const lastOf = new Map<string, LoggedModelMetric>();
  let complaints = 0;
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  if (lines.length === 0) problems.push(problem("empty", path, "is empty: a metric has at least one line"));
  for (const [i, line] of lines.entries()) {
    const metric = parseLine(key, line.trim().split(" "));
    if (typeof metric !== "string") {
      const dataset = `${metric.datasetName}\n${metric.datasetDigest}`;
      const last = lastOf.get(dataset);
      if (!last || isLater(metric, last)) lastOf.set(dataset, metric);
    } else if (complaints++ < LIMITS.problemsPerFile) {
      problems.push(problem("metric-line", path, `line ${i + 1} ${metric}`, i + 1));
    }
  }
  return [...lastOf.values()];
}

/** A dataset's name may hold spaces, its digest may not. */
function parseLine(key: string, fields: readonly string[]): LoggedModelMetric | string {
  const point = parsePoint(fields.slice(0, 3));
  if (typeof point === "string") return point;
  const dataset = fields.slice(4);
  return {
    key,
    ...point,
    runId: fields[3] ?? null,
    datasetName: dataset.length > 1 ? dataset.slice(0, -1).join(" ") : null,
    datasetDigest: dataset.length > 1 ? (dataset.at(-1) ?? null) : null,
  };
}

function byKey(a: LoggedModelMetric, b: LoggedModelMetric): number {
  return byText(a.key, b.key);
}
