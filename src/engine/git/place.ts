import { realpath } from "node:fs/promises";
import { isWithin } from "../disk/within.ts";
import { GitError, type GitRunner } from "./runner.ts";

/** Where a folder lies in a repository. */
export interface GitPlace {
  /** Top folder of the working tree, links resolved. */
  readonly top: string;
  /** The folder below it, `/` between segments, empty for the top itself. */
  readonly below: string;
  /** Whether history was cut off when it was cloned, so that older commits are not here. */
  readonly isShallow: boolean;
}

/** The place of a folder in its repository; null where it lies in the working tree of none. Rejects as Git does. */
export async function placeOf(git: GitRunner, folder: string, signal?: AbortSignal): Promise<GitPlace | null> {
  const asked = ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix", "--show-toplevel"];
  const answer = await git.run(folder, asked, { signal }).catch((error: unknown) => {
    if (GitError.is(error, "failed") && /not a git repository|must be run in a work tree/i.test(error.message))
      return null;
    throw error;
  });
  const [inside, shallow, prefix, top, ...rest] =
    answer
      ?.toString("utf8")
      .replace(/\r?\n$/, "")
      .split(/\r?\n/) ?? [];
  if (inside !== "true" || prefix === undefined || top === undefined || rest.length > 0) return null;
  // A config can name any folder of the disk as its working tree.
  if (!isWithin(await realpath(top), await realpath(folder))) return null;
  return { top, below: prefix.replace(/\/$/, ""), isShallow: shallow === "true" };
}

/** A path below the folder of a place, as Git names it from the top. */
export function fromTop({ below }: GitPlace, path: string): string {
  return below === "" || path === "" ? below + path : `${below}/${path}`;
}
