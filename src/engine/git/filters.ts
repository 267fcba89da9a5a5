import { zeroFields } from "./fields.ts";
import { GitError, type GitLimits, type GitRunner } from "./runner.ts";

type Limits = Pick<GitLimits, "signal">;

/**
 * Arguments that put every filter of text out of action that some config defines: Git would run its command on each file
 * whose content it compares. Rejects where a filter has a name that cannot be put so.
 */
export async function withoutFilters(git: GitRunner, folder: string, limits: Limits = {}): Promise<string[]> {
  const asked = ["config", "-z", "--name-only", "--get-regexp", "^filter\\."];
  const keys = zeroFields(await git.run(folder, asked, { ...limits, codes: [1] }));
  const names = new Set(keys.map((key) => key.slice("filter.".length, key.lastIndexOf("."))));
  return [...names].flatMap((name) => {
    // In `-c key=value` the first `=` ends the key.
    if (/[=\n]/.test(name))
      throw new GitError("failed", "The repository's config defines a filter with an unusual name.");
    return ["clean=", "smudge=", "process=", "required=false"].flatMap((end) => ["-c", `filter.${name}.${end}`]);
  });
}

/** Which filter .gitattributes asks for, for each path that has one. */
export async function filtersOf(
  git: GitRunner,
  folder: string,
  paths: readonly string[],
  limits: Limits = {},
): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map();
  const input = paths.map((path) => `${path}\0`).join("");
  const fields = zeroFields(await git.run(folder, ["check-attr", "-z", "--stdin", "filter"], { ...limits, input }));
  const filters = new Map<string, string>();
  for (let i = 0; i + 2 < fields.length; i += 3) {
    const [path = "", , filter = ""] = fields.slice(i, i + 3);
    if (!["unspecified", "unset", "set"].includes(filter)) filters.set(path, filter);
  }
  return filters;
}
