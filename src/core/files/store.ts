import type { Experiment } from "../model/experiment.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { ExperimentFolder } from "../model/store.ts";
import { isForeign } from "./foreign.ts";
import { toTime } from "./run.ts";
import { baseName, type Entry, failureReason, join, type Scan } from "./scan.ts";
import { scanTexts } from "./texts.ts";
import { NO_YAML, scanYaml, type YamlFile } from "./yaml.ts";

const TRASH = ".trash";
/** Folders of an experiment that are no runs. */
const RESERVED = new Set(["tags", "datasets", "traces", "models"]);
const RUN_ID = /^[0-9a-f]{32}$/;
const EXPERIMENT_ID = /^\d+$/;

export interface ExperimentScan {
  readonly experiments: readonly ExperimentFolder[];
  readonly problems: readonly Problem[];
}

/** Reads the experiments of a store and the names of what lies in them: only their own few files, no run. */
export function* scanExperiments(): Scan<ExperimentScan> {
  const problems: Problem[] = [];
  const [root, trash] = yield [
    { op: "list", path: "" },
    { op: "list", path: TRASH },
  ];
  if (root?.op !== "list") {
    const code = root?.op === "failure" ? root.code : "EIO";
    return { experiments: [], problems: [problem("unreadable", "", `cannot be listed: ${failureReason(code)}`)] };
  }
  const folders = candidates("", root.entries, problems);
  if (trash?.op === "list") folders.push(...candidates(TRASH, trash.entries, problems));
  else if (trash?.op === "failure" && trash.code !== "ENOENT") {
    problems.push(problem("unreadable", TRASH, `cannot be listed: ${failureReason(trash.code)}`));
  }
  const listings = yield folders.map((path) => ({ op: "list", path }) as const);
  const experiments: ExperimentFolder[] = [];
  for (const [i, folder] of folders.entries()) {
    const listing = listings[i];
    if (listing?.op !== "list") {
      const code = listing?.op === "failure" ? listing.code : "EIO";
      problems.push(problem("unreadable", folder, `cannot be listed: ${failureReason(code)}`));
      continue;
    }
    const entries = [...listing.entries];
    if (isExperiment(folder, entries)) experiments.push(yield* scanExperiment(folder, entries, problems));
  }
  problems.push(...duplicateNames(experiments));
  return { experiments, problems };
}

/** Folders that may be experiments. `models` is the registry, and links are never entered. */
function candidates(parent: string, entries: readonly Entry[], problems: Problem[]): string[] {
  const found: string[] = [];
  for (const { name, kind } of entries) {
    if (isForeign(name) || name === TRASH || (parent === "" && name === "models")) continue;
    if (kind === "folder") found.push(join(parent, name));
    else if (kind === "link" && EXPERIMENT_ID.test(name)) {
      problems.push(
        problem("link-escape", join(parent, name), "is a link where a folder is expected and was not followed"),
      );
    }
  }
  return found.sort();
}

/** An experiment has a meta.yaml; without one it is known by an id for a name and runs or models inside. */
function isExperiment(folder: string, entries: readonly Entry[]): boolean {
  if (entries.some((entry) => entry.name === "meta.yaml")) return true;
  if (!EXPERIMENT_ID.test(baseName(folder))) return false;
  return entries.some(
    ({ name, kind }) => kind === "folder" && (RUN_ID.test(name) || name === "traces" || name === "models"),
  );
}

function* scanExperiment(folder: string, entries: readonly Entry[], problems: Problem[]): Scan<ExperimentFolder> {
  const has = (name: string): boolean => entries.some((entry) => entry.name === name && entry.kind === "folder");
  const meta = yield* readMeta(folder, entries, problems);
  let tags: Experiment["tags"] = [];
  if (has("tags")) {
    const texts = yield* scanTexts(join(folder, "tags"));
    tags = texts.entries;
    problems.push(...texts.problems);
  }
  const experiment = toExperiment(folder, meta, tags);
  const runs = yield* runFolders(folder, entries);
  const loggedModels = has("models") ? yield* subFolders(join(folder, "models"), (name) => name.startsWith("m-")) : [];
  const traces = has("traces") ? yield* subFolders(join(folder, "traces"), (name) => !isForeign(name)) : [];
  return { experiment, runs, loggedModels, traces };
}

function* readMeta(folder: string, entries: readonly Entry[], problems: Problem[]): Scan<YamlFile> {
  if (!entries.some((entry) => entry.name === "meta.yaml")) {
    problems.push(problem("missing", folder, "has no meta.yaml: the experiment is known by its folder alone"));
    return NO_YAML;
  }
  const meta = yield* scanYaml(join(folder, "meta.yaml"));
  problems.push(...meta.problems);
  if (meta.readable && !meta.fields.get("name")) {
    problems.push(problem("malformed", join(folder, "meta.yaml"), "names no experiment: `name` is missing"));
  }
  return meta;
}

function toExperiment(folder: string, { fields, readable }: YamlFile, tags: Experiment["tags"]): Experiment {
  const id = fields.get("experiment_id") || baseName(folder);
  const deleted = folder.startsWith(`${TRASH}/`) || fields.get("lifecycle_stage") === "deleted";
  return {
    folder,
    id,
    name: fields.get("name") || id,
    lifecycle: deleted ? "deleted" : "active",
    artifactLocation: fields.get("artifact_location") ?? "",
    created: toTime(fields.get("creation_time")),
    updated: toTime(fields.get("last_update_time")),
    tags,
    readable,
  };
}

/** Run folders by name: 32 hex digits, or any other folder that has a meta.yaml, as MLflow takes it. */
function* runFolders(folder: string, entries: readonly Entry[]): Scan<string[]> {
  const runs: string[] = [];
  const others: string[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "folder") continue;
    if (RUN_ID.test(name)) runs.push(name);
    else if (!RESERVED.has(name) && !isForeign(name)) others.push(name);
  }
  if (others.length > 0) {
    const replies = yield others.map((name) => ({ op: "stat", path: join(join(folder, name), "meta.yaml") }) as const);
    others.forEach((name, i) => {
      const reply = replies[i];
      if (reply?.op === "stat" && reply.kind === "file") runs.push(name);
    });
  }
  return runs.sort();
}

function* subFolders(path: string, accepts: (name: string) => boolean): Scan<string[]> {
  const [reply] = yield [{ op: "list", path }];
  if (reply?.op !== "list") return [];
  return reply.entries
    .filter(({ name, kind }) => kind === "folder" && accepts(name))
    .map((entry) => entry.name)
    .sort();
}

/** Names must be unique among the experiments that are not deleted: MLflow finds them by name. */
function duplicateNames(experiments: readonly ExperimentFolder[]): Problem[] {
  const firstOf = new Map<string, string>();
  const found: Problem[] = [];
  for (const { experiment } of experiments) {
    if (experiment.lifecycle === "deleted" || !experiment.readable) continue;
    const first = firstOf.get(experiment.name);
    if (first === undefined) firstOf.set(experiment.name, experiment.folder);
    else {
      const reason = `has the name ${JSON.stringify(experiment.name)}, which experiment ${first} has too`;
      found.push(problem("duplicate-name", join(experiment.folder, "meta.yaml"), reason));
    }
  }
  return found;
}
