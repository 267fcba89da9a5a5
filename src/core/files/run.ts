import type { Lifecycle } from "../model/experiment.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { RunDetail, RunInfo } from "../model/run.ts";
import { statusOf } from "../model/status.ts";
import { type KeyValue, textOf } from "../model/text.ts";
import { type RunLinks, scanRunLinks } from "./dataset.ts";
import { readKeys } from "./keys.ts";
import { LIMITS } from "./limits.ts";
import { MetricFolder } from "./metricFolder.ts";
import { baseName, type Entry, failureReason, join, type Scan } from "./scan.ts";
import { TextFolders } from "./texts.ts";
import { NO_YAML, scanYaml, type YamlFile } from "./yaml.ts";

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
  const [listing] = yield [{ op: "list", path: folder }];
  if (listing?.op === "failure" && listing.code === "ENOENT") return null;
  const problems: Problem[] = [];
  if (listing?.op !== "list") {
    const code = listing?.op === "failure" ? listing.code : "EIO";
    problems.push(problem("unreadable", folder, `cannot be listed: ${failureReason(code)}`));
  }
  const entries = listing?.op === "list" ? listing.entries : [];
  const isMissing = listing?.op === "list" && !entries.some((entry) => entry.name === "meta.yaml");
  if (isMissing && !(yield* holdsFile(folder))) return null;
  const meta = yield* readMeta(folder, entries, problems);
  const texts = new TextFolders(problems);
  const metrics = new MetricFolder(withHistory, problems);
  const keyFolders = foundFolders(folder, entries, problems).map((path) =>
    path.endsWith("/metrics") ? metrics.folder(path) : texts.folder(path),
  );
  yield* readKeys(keyFolders, problems);
  const links = yield* readLinks(place.experiment, folder, entries);
  problems.push(...links.problems);
  const tags = texts.of(join(folder, "tags"));
  return {
    info: runInfo(place, meta, tags),
    params: texts.of(join(folder, "params")),
    tags,
    metrics: metrics.summaries(),
    history: metrics.history(),
    datasets: links.datasets,
    modelInputs: links.modelInputs,
    modelOutputs: links.modelOutputs,
    problems,
  };
}

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

function* readMeta(folder: string, entries: readonly Entry[], problems: Problem[]): Scan<YamlFile> {
  const path = join(folder, "meta.yaml");
  if (!entries.some((entry) => entry.name === "meta.yaml")) {
    problems.push(problem("missing", folder, "has no meta.yaml: the run is known by its folder alone"));
    return NO_YAML;
  }
  const meta = yield* scanYaml(path);
  problems.push(...meta.problems);
  if (!meta.readable) return meta;
  const wrong = metaProblems(path, meta);
  problems.push(...wrong);
  return meta;
}

/** What real MLflow would stumble over in a meta.yaml that parses. */
function metaProblems(path: string, { fields }: YamlFile): Problem[] {
  const found: Problem[] = [];
  const wrong = (reason: string): void => {
    found.push(problem("malformed", path, reason));
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
  return found;
}

/** The folders whose files are keys, where they are there; a file in their place is a problem. */
function foundFolders(folder: string, entries: readonly Entry[], problems: Problem[]): string[] {
  const folders: string[] = [];
  for (const entry of entries) {
    if (entry.name !== "params" && entry.name !== "metrics" && entry.name !== "tags") continue;
    const path = join(folder, entry.name);
    if (entry.kind === "folder") folders.push(path);
    else problems.push(problem("wrong-type", path, "is not a folder and was not read"));
  }
  return folders;
}

const NO_LINKS: RunLinks = { datasets: [], modelInputs: [], modelOutputs: [], problems: [] };

function* readLinks(experiment: string, folder: string, entries: readonly Entry[]): Scan<RunLinks> {
  const has = (name: string): boolean => entries.some((entry) => entry.name === name && entry.kind === "folder");
  if (!has("inputs") && !has("outputs")) return NO_LINKS;
  return yield* scanRunLinks(experiment, folder);
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
