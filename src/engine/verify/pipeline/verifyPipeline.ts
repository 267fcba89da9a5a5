import { lstat, readFile } from "node:fs/promises";
import path from "node:path";
import { type PipelineFile, readPipelineFile } from "../../../core/deploy/pipelineFile.ts";
import type { Goal } from "../../../core/model/goal.ts";
import { bestClaim } from "../../../core/verify/pipeline/best.ts";
import { checkPipelineFile } from "../../../core/verify/pipeline/pipelineFiles.ts";
import type { Found } from "../../../core/verify/rule.ts";
import { type Around, candidates } from "./candidates.ts";
import { inferRuns } from "./inferRuns.ts";
import { KnownRuns } from "./knownRuns.ts";
import type { PipelineRuns } from "./pipelineRuns.ts";

export interface PipelineLook extends Around {
  readonly runs: PipelineRuns;
  readonly goal: (key: string) => Goal;
  readonly tell: (found: Found) => void;
  /** Told of each run that a file names, whether it is known or not. */
  readonly named: (run: string, file: string) => void;
  /** Told of each model file that a deployment names, below the folder, whether it is there or not. */
  readonly deployed: (path: string, file: string) => void;
}

/** Finds the files around stores that name runs or models, and holds them against the runs. */
export async function verifyPipeline(look: PipelineLook): Promise<void> {
  const files = new Map<string, PipelineFile>();
  for await (const file of candidates(look)) {
    look.signal?.throwIfAborted();
    const text = await readFile(path.join(look.folder, file), "utf8").catch(() => null);
    const read = text === null ? null : readPipelineFile(file, text, (id) => look.runs.has(id));
    if (read !== null) files.set(file, read);
  }
  const inferred = await inferRuns(files, look.runs, look.signal);
  const known = new KnownRuns(look.runs, look.goal, look.signal);
  for (const file of files.values()) {
    for (const { run } of file.claims) if (run !== null) look.named(run, file.path);
    for (const claim of file.claims) await known.read(claim.run ?? inferred.get(claim)?.run ?? null);
    await known.readExperiment(bestClaim(file)?.run ?? null);
    const missing = await missingFiles(look, file);
    const { metricsOf, bestBeside } = known;
    checkPipelineFile({ file, metricsOf, missing, inferred, goal: look.goal, bestBeside }, look.tell);
  }
}

/** Model and metadata files that a file names, and that lie neither beside it nor in the folder. */
async function missingFiles(
  { folder, deployed }: PipelineLook,
  { path: file, claims }: PipelineFile,
): Promise<string[]> {
  const missing: string[] = [];
  const names = claims.flatMap(({ files, isDeployment }) => (isDeployment ? files : []));
  for (const name of new Set(names)) {
    const places = [path.posix.join(path.posix.dirname(file), name), name];
    const found = await Promise.all(places.map((place) => lstat(path.join(folder, place)).catch(() => null)));
    const [beside = name] = places;
    deployed(places[found.findIndex((stats) => stats !== null)] ?? beside, file);
    if (found.every((stats) => stats === null)) missing.push(name);
  }
  return missing;
}
