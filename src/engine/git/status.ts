import type { GitChange } from "../../core/verify/git/facts.ts";
import { zeroFields } from "./fields.ts";
import { withoutFilters } from "./filters.ts";
import type { GitLimits, GitRunner } from "./runner.ts";

/** What differs from the last commit below a path, and what is ignored there. Paths are from the top. */
export interface GitStatus {
  readonly changes: readonly GitChange[];
  /** An ignored folder ends with `/` and stands for all in it. */
  readonly ignored: readonly string[];
}

const FLAGS = ["--porcelain=v2", "-z", "--untracked-files=normal", "--ignored=matching", "--no-renames"];

/**
 * The status below a path, which is relative to the folder. No filter of the repository's is run, so that a file with one
 * may seem modified where it is not: ask for the filters of those. Modes are not compared.
 */
export async function statusBelow(
  git: GitRunner,
  folder: string,
  path: string,
  limits: Pick<GitLimits, "signal"> = {},
): Promise<GitStatus> {
  const config = [...(await withoutFilters(git, folder, limits)), "-c", "core.fileMode=false"];
  const args = [...config, "status", ...FLAGS, "--ignore-submodules=all", "--", path];
  return parseStatus(zeroFields(await git.run(folder, args, limits)));
}

/** Reads the fields of porcelain v2; a kind of line that is not known is passed over. */
export function parseStatus(fields: readonly string[]): GitStatus {
  const changes: GitChange[] = [];
  const ignored: string[] = [];
  for (const field of fields) {
    const [, mark = "", rest = ""] = /^([12u?!]) ([\s\S]*)$/.exec(field) ?? [];
    if (mark === "!") ignored.push(rest);
    else if (mark === "?") changes.push({ path: rest, kind: "untracked" });
    else if (mark === "u") changes.push({ path: afterSpaces(rest, 9), kind: "unmerged" });
    else if (mark === "1") changes.push({ path: afterSpaces(rest, 7), kind: kindOf(rest) });
  }
  return { changes, ignored };
}

/** `XY`: against the last commit in the index, against the index on disk. */
function kindOf(rest: string): GitChange["kind"] {
  const [index, disk] = rest;
  if (disk === "D" || index === "D") return "deleted";
  return index === "A" || disk === "A" ? "added" : "modified";
}

/** What stands behind so many spaces: a path, which may have its own. */
function afterSpaces(text: string, count: number): string {
  let at = 0;
  for (let i = 0; i < count; i++) at = text.indexOf(" ", at) + 1;
  return text.slice(at);
}
