import path from "node:path";
import { LIMITS } from "../../core/files/limits.ts";
import type { GoodMeta } from "../../core/model/finding.ts";
import { isGoodMeta } from "../../core/verify/fix/goodMeta.ts";
import { fromTop, placeOf } from "../git/place.ts";
import { fileAt } from "../git/repository.ts";
import { GitError, type GitRunner } from "../git/runner.ts";

/** Commits that changed a file, looked at from the newest on. */
const COMMITS = 20;

/** The newest committed version of a metadata file that is a good one; null where there is none. Rejects as Git does. */
export async function lastGood(git: GitRunner, file: string, good: GoodMeta): Promise<Uint8Array | null> {
  const place = await placeOf(git, path.dirname(file));
  if (place === null) return null;
  const name = fromTop(place, path.basename(file));
  for (const commit of await commitsOf(git, place.top, name)) {
    const version = await fileAt(git, place.top, commit, name, LIMITS.yaml);
    if (version !== null && isGoodMeta(version, good)) return version;
  }
  return null;
}

/** Newest first; none where nothing was committed yet. */
async function commitsOf(git: GitRunner, top: string, name: string): Promise<string[]> {
  try {
    const answer = await git.run(top, ["rev-list", `--max-count=${COMMITS}`, "HEAD", "--", name]);
    return answer.toString("utf8").split("\n").filter(Boolean);
  } catch (error) {
    if (GitError.is(error, "failed")) return [];
    throw error;
  }
}
