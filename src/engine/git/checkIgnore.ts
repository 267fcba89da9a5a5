import { zeroFields } from "./fields.ts";
import type { GitLimits, GitRunner } from "./runner.ts";

/** The line that makes Git ignore a path. */
export interface IgnoreLine {
  /** The file of patterns as Git names it: from the top of the repository, or absolute where it lies elsewhere. */
  readonly source: string;
  readonly line: number;
  readonly pattern: string;
}

/** The lines by which Git ignores paths, which need not exist; a tracked path is not ignored. Paths are from the folder. */
export async function ignoredBy(
  git: GitRunner,
  folder: string,
  paths: readonly string[],
  limits: Pick<GitLimits, "signal"> = {},
): Promise<ReadonlyMap<string, IgnoreLine>> {
  const found = new Map<string, IgnoreLine>();
  if (paths.length === 0) return found;
  // This command knows no literal paths: with `./` before it a path that begins with `:` has no other meaning.
  const input = paths.map((path) => `./${path}\0`).join("");
  const asked = ["--no-literal-pathspecs", "check-ignore", "-v", "-z", "--stdin"];
  const fields = zeroFields(await git.run(folder, asked, { ...limits, input, codes: [1] }));
  for (let i = 0; i + 3 < fields.length; i += 4) {
    const [source = "", line, pattern = "", path = ""] = fields.slice(i, i + 4);
    // The last pattern that matches may take back what others said.
    if (!pattern.startsWith("!")) found.set(path.slice(2), { source, line: Number(line), pattern });
  }
  return found;
}
