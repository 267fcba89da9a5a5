import path from "node:path";
import { ignoredModels } from "../../../core/verify/git/ignored.ts";
import type { Found } from "../../../core/verify/rule.ts";
import { placeOf } from "../../git/place.ts";
import { GitError, type GitRunner } from "../../git/runner.ts";
import { ignoredPaths } from "./gitIgnored.ts";

/** A model file that a deployment names, and that deployment, below a folder. */
export interface DeployedFile {
  readonly path: string;
  readonly namedBy: string;
}

/** Tells of model files of deployments that Git ignores; of nothing where Git cannot be asked, which is told with the stores. */
export async function verifyDeployed(
  git: GitRunner,
  folder: string,
  files: readonly DeployedFile[],
  tell: (found: Found) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (files.length === 0) return;
  try {
    const place = await placeOf(git, folder, signal);
    if (place === null) return;
    const within = files.filter(({ path: file }) => !path.posix.normalize(file).startsWith("../"));
    const candidates = within.map(({ path: file, namedBy }) => ({ path: file, owner: namedBy }));
    const ignored = await ignoredPaths(git, { ...place, folder, asked: ".", own: place.below }, candidates, signal);
    for (const found of ignoredModels(ignored.map((line) => ({ line, namedBy: line.owner })))) tell(found);
  } catch (error) {
    if (!GitError.is(error) || signal?.aborted) throw error;
  }
}
