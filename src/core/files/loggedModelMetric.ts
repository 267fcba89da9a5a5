import type { LoggedModelMetric } from "../model/loggedModel.ts";
import { isLater } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { byText } from "../model/text.ts";
import { askAll } from "./batch.ts";
import { decode } from "./bytes.ts";
import type { KeyFile } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { parsePoint } from "./metricFile.ts";
import { failureReason, type Reply, type Scan } from "./scan.ts";

/** A logged model's metric has few lines: a run, a dataset and a step each. */
const LIMIT = 4 << 20;

/** Reads metric files of logged models, by their folder. */
export function* readModelMetrics(
  files: readonly KeyFile[],
  problems: Problem[],
): Scan<ReadonlyMap<string, readonly LoggedModelMetric[]>> {
  const byFolder = new Map<string, LoggedModelMetric[]>();
  const requests = files.map((file) => ({ op: "read", path: file.path, limit: LIMIT, beyond: "refuse" }) as const);
  yield* askAll(requests, (reply, i) => {
    const file = files[i];
    if (!file) return;
    const text = textOf(file, reply, problems);
    if (text === null) return;
    const metrics = parseModelMetric(file.key, file.path, text, problems);
    byFolder.set(file.folder, (byFolder.get(file.folder) ?? []).concat(metrics));
  });
  for (const metrics of byFolder.values()) metrics.sort(byKey);
  return byFolder;
}

function textOf(file: KeyFile, reply: Reply | undefined, problems: Problem[]): string | null {
  if (reply?.op === "read") return decode(reply.data, reply.start, reply.end);
  const code = reply?.op === "failure" ? reply.code : "EIO";
  problems.push(
    code === "too-large"
      ? problem("limit", file.path, `is larger than ${LIMIT >> 20} MiB and was not read`)
      : problem("unreadable", file.path, `cannot be read: ${failureReason(code)}`),
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
