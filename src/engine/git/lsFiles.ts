import { zeroFields } from "./fields.ts";
import type { GitLimits, GitRunner } from "./runner.ts";

/** Files in the index below a folder, as paths from it, in Git's order; files in conflict come once. */
export async function trackedBelow(
  git: GitRunner,
  folder: string,
  path = ".",
  limits: Pick<GitLimits, "signal"> = {},
): Promise<string[]> {
  const files = zeroFields(await git.run(folder, ["ls-files", "-z", "--", path], limits));
  // A file in conflict has a line a stage.
  return files.filter((file, i) => file !== files[i - 1]);
}
