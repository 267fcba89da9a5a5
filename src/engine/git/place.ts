import { realpath } from "node:fs/promises";
import path from "node:path";
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
  const asked = ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-toplevel"];
  const answer = await git.run(folder, asked, { signal }).catch((error: unknown) => {
    if (GitError.is(error, "failed") && NO_REPOSITORY.test(error.message)) return null;
    throw error;
  });
  // The name of a folder may have line ends of its own.
  const [inside, shallow, ...lines] = answer?.toString("utf8").replace(/\n$/, "").split("\n") ?? [];
  if (inside !== "true" || lines.length === 0) return null;
  const top = await realpath(lines.join("\n"));
  const own = await realpath(folder);
  // A config can name any folder of the disk as its working tree.
  if (!isWithin(top, own)) return null;
  return { top, below: path.relative(top, own).split(path.sep).join("/"), isShallow: shallow === "true" };
}

const NO_REPOSITORY = /not a git repository|must be run in a work tree|cannot use bare repository/i;

/** A path below the folder of a place, as Git names it from the top. */
export function fromTop({ below }: GitPlace, name: string): string {
  return below === "" || name === "" ? below + name : `${below}/${name}`;
}
