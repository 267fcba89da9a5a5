import type { MetricHistory, MetricSummary } from "../model/metric.ts";
import { type Problem, problem } from "../model/problem.ts";
import { byText } from "../model/text.ts";
import type { KeyFile } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { readMetric } from "./metricFile.ts";
import { failureReason, type Reply, type Scan } from "./scan.ts";

/** A metric file is at first read up to here; longer ones are asked for alone, so that one batch never grows large. */
const FIRST_READ = 1 << 20;
const BATCH = 64;

export interface Metrics {
  readonly summaries: MetricSummary[];
  readonly history: MetricHistory[];
}

/** Reads the metric files of a run, with every point where that is asked for; sorted by key. */
export function* readMetrics(files: readonly KeyFile[], withHistory: boolean, problems: Problem[]): Scan<Metrics> {
  const metrics: Metrics = { summaries: [], history: [] };
  const take = (file: KeyFile, reply: Reply | undefined): void => {
    if (reply?.op === "read") {
      const read = readMetric(file.key, file.path, reply, withHistory);
      for (const found of read.problems) problems.push(found);
      if (read.summary) metrics.summaries.push(read.summary);
      if (read.history) metrics.history.push(read.history);
    } else problems.push(unreadMetric(file.path, reply));
  };
  for (let i = 0; i < files.length; i += BATCH) {
    const batch = files.slice(i, i + BATCH);
    const replies = yield batch.map((file) => readRequest(file.path, FIRST_READ));
    const long: KeyFile[] = [];
    batch.forEach((file, k) => {
      const reply = replies[k];
      if (reply?.op === "failure" && reply.code === "too-large") long.push(file);
      else take(file, reply);
    });
    for (const file of long) take(file, (yield [readRequest(file.path, LIMITS.metric)])[0]);
  }
  metrics.summaries.sort((a, b) => byText(a.key, b.key));
  metrics.history.sort((a, b) => byText(a.key, b.key));
  return metrics;
}

function readRequest(path: string, limit: number) {
  return { op: "read", path, limit, beyond: "refuse" } as const;
}

function unreadMetric(path: string, reply: Reply | undefined): Problem {
  const code = reply?.op === "failure" ? reply.code : "EIO";
  return code === "too-large"
    ? problem("limit", path, `is larger than ${LIMITS.metric >> 20} MiB and was not read`)
    : problem("unreadable", path, `cannot be read: ${failureReason(code)}`);
}
