import type { Lifecycle } from "../model/experiment.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { RunDetail, RunInfo } from "../model/run.ts";
import { statusOf } from "../model/status.ts";
import { type KeyValue, textOf } from "../model/text.ts";
import { type RunLinks, scanRunLinks } from "./dataset.ts";
import { LIMITS } from "./limits.ts";
import { RunFiles } from "./runFiles.ts";
import { baseName, join, type Scan } from "./scan.ts";
import { scanYaml, type YamlFile } from "./yaml.ts";

/** Where a run lies. */
export interface RunPlace {
  /** Experiment folder and run folder. */
  readonly experiment: string;
  readonly run: string;
  /** A run in a deleted experiment is deleted, whatever its own metadata says. */
  readonly experimentDeleted: boolean;
}

/**
 * Reads one run; null where its folder is not there any more, or holds no file at all: switching branches leaves the
 * empty folders of the other branch's runs behind.
 */
export function* scanRun(place: RunPlace, withHistory: boolean): Scan<RunDetail | null> {
  const folder = join(place.experiment, place.run);
  const files = new RunFiles(folder, withHistory);
  const [reply] = yield [files];
  if (reply?.op === "failure" && reply.code === "ENOENT") return null;
  if (reply?.op === "list") yield* files.finish(reply);
  else files.fails("", reply?.op === "failure" ? reply.code : "EIO");
  const { problems } = files;
  const meta = files.meta ?? (yield* scanYaml(join(folder, "meta.yaml")));
  const isMissing = meta.problems.some(({ code }) => code === "missing");
  if (isMissing && reply?.op === "list" && files.isEmpty && !(yield* holdsFile(folder))) return null;
  checkMeta(folder, isMissing ? null : meta, problems);
  const links = files.hasLinks ? yield* scanRunLinks(place.experiment, folder) : NO_LINKS;
  problems.push(...links.problems);
  const tags = files.tags.entries();
  return {
    info: runInfo(place, meta, tags),
    params: files.params.entries(),
    tags,
    metrics: files.metrics.summaries(),
    history: files.histories.list(),
    datasets: links.datasets,
    modelInputs: links.modelInputs,
    modelOutputs: links.modelOutputs,
    problems,
  };
}

const NO_LINKS: RunLinks = { datasets: [], modelInputs: [], modelOutputs: [], problems: [] };

/** Whether any file lies below a folder, however deep. */
function* holdsFile(folder: string): Scan<boolean> {
  let folders = [folder];
  for (let depth = 0; folders.length > 0 && depth < LIMITS.keyDepth; depth++) {
    const replies = yield folders.map((path) => ({ op: "list", path }) as const);
    const below: string[] = [];
    for (const [i, reply] of replies.entries()) {
      if (reply.op !== "list") return true;
      for (const { name, kind } of reply.entries) {
        if (kind !== "folder") return true;
        below.push(join(folders[i] ?? "", name));
      }
    }
    folders = below;
  }
  return folders.length > 0;
}

/** Says what is wrong with a run's metadata; null where there is none. */
function checkMeta(folder: string, meta: YamlFile | null, problems: Problem[]): void {
  if (meta === null) {
    problems.push(problem("missing", folder, "has no meta.yaml: the run is known by its folder alone"));
    return;
  }
  for (const found of meta.problems) problems.push(found);
  if (meta.readable) metaProblems(join(folder, "meta.yaml"), meta, problems);
}

/** What real MLflow would stumble over in a meta.yaml that parses. */
function metaProblems(path: string, { fields }: YamlFile, problems: Problem[]): void {
  const wrong = (reason: string): void => {
    problems.push(problem("malformed", path, reason));
  };
  if (!fields.get("run_id") && !fields.get("run_uuid")) wrong("names no run_id");
  const status = fields.get("status");
  if (status && !/^[1-5]$/.test(status)) wrong(`has status ${JSON.stringify(status)} where 1 to 5 is expected`);
  const start = fields.get("start_time");
  if (fields.size > 0 && start === undefined) wrong("has no start_time");
  for (const key of ["start_time", "end_time"]) {
    const value = fields.get(key);
    if (value && toTime(value) === null) wrong(`has ${key} ${JSON.stringify(value)} where milliseconds are expected`);
  }
}

function runInfo(place: RunPlace, { fields, readable }: YamlFile, tags: readonly KeyValue[]): RunInfo {
  const text = (key: string): string => fields.get(key) ?? "";
  const deleted = place.experimentDeleted || text("lifecycle_stage") === "deleted";
  const lifecycle: Lifecycle = deleted ? "deleted" : "active";
  return {
    experiment: place.experiment,
    folder: place.run,
    id: text("run_id") || text("run_uuid") || place.run,
    experimentId: text("experiment_id") || baseName(place.experiment),
    name: text("run_name") || textOf(tags, "mlflow.runName") || text("name") || null,
    status: statusOf(text("status")) ?? "RUNNING",
    lifecycle,
    start: toTime(text("start_time")),
    end: toTime(text("end_time")),
    user: text("user_id"),
    artifactUri: text("artifact_uri"),
    readable,
  };
}

/** A time of meta.yaml in milliseconds; null where there is none. */
export function toTime(text: string | null | undefined): number | null {
  return text && /^-?\d{1,16}(\.\d+)?$/.test(text) ? Number(text) : null;
}
