import { goalOf } from "../model/goal.ts";
import type { RunRecord } from "../model/run.ts";
import type { ModelClaim, PipelineFile } from "./pipelineFile.ts";
import { agrees, sameMetric } from "./sameMetric.ts";

/** The run of a deployment that names none, and by what it was inferred: always to be shown as such. */
export interface InferredRun {
  readonly run: string;
  /** The end of a sentence: `model_metadata.json`, or `its model and metrics`. */
  readonly from: string;
}

/** Files beside a deployment that say which run its model is of. */
const SIBLINGS = ["model_metadata.json", "best_model_info.json"];

/** The run by the metadata file that a deployment names, else by a sibling that speaks of the same model. */
export function runFromFiles(
  { path }: PipelineFile,
  claim: ModelClaim,
  files: ReadonlyMap<string, PipelineFile>,
): InferredRun | null {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const named = claim.metadata === null ? [] : [folder + claim.metadata, claim.metadata];
  for (const place of named) {
    const run = place === path ? null : runIn(files.get(place), () => true);
    if (run !== null) return { run, from: lastName(place) };
  }
  for (const name of SIBLINGS) {
    const run = folder + name === path ? null : runIn(files.get(folder + name), (other) => isSameModel(claim, other));
    if (run !== null) return { run, from: name };
  }
  return null;
}

function runIn(file: PipelineFile | undefined, fits: (claim: ModelClaim) => boolean): string | null {
  return file?.claims.find((claim) => claim.run !== null && fits(claim))?.run ?? null;
}

function isSameModel({ model }: ModelClaim, other: ModelClaim): boolean {
  return model === null || other.model === null || plain(model) === plain(other.model);
}

/** What of a run tells whether a model is its. */
export type CandidateRun = Pick<RunRecord, "info" | "params" | "tags" | "metrics">;

/** Keys of params and tags that name the kind of a model. */
const MODEL_KEY =
  /^(?:mlflow\.runName|(?:.*[_.])?(?:model|algorithm|estimator|classifier|regressor)(?:[_.]?(?:name|type|class))?)$/i;

/** Whether a run made a model of this name and logged each of its metrics that it has, one at least. */
export function isMadeBy(
  { model, metrics }: ModelClaim,
  { info, params, tags, metrics: logged }: CandidateRun,
): boolean {
  if (model === null || info.lifecycle === "deleted") return false;
  const judged = metrics.filter(({ key }) => goalOf(key) !== "unknown");
  const shared = judged
    .map(({ key, value }) => ({ value, same: sameMetric(key, logged) }))
    .filter(({ same }) => same.length > 0);
  if (shared.length === 0 || !shared.every(({ value, same }) => same.some((metric) => agrees(metric, value))))
    return false;
  const names = [...params, ...tags].filter(({ key }) => MODEL_KEY.test(key)).map(({ value }) => value);
  return [info.name ?? "", ...names].some((name) => isNamed(name, model));
}

/** The run by model and metrics: of several the one that started last, as a pipeline that repeats itself has many. */
export function runFromMetrics(claim: ModelClaim, candidates: Iterable<CandidateRun>): InferredRun | null {
  let found: CandidateRun | null = null;
  for (const run of candidates) {
    if (isMadeBy(claim, run) && (found === null || (run.info.start ?? 0) > (found.info.start ?? 0))) found = run;
  }
  return found && { run: found.info.id, from: "its model and metrics" };
}

/** `gradient_boosting_2024` is named after `Gradient Boosting`. */
function isNamed(name: string, model: string): boolean {
  const [own, wanted] = [plain(name), plain(model)];
  return wanted !== "" && (own === wanted || own.startsWith(`${wanted} `));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
