import { zeroFields } from "./fields.ts";
import type { GitLimits, GitRunner } from "./runner.ts";

type Limits = Pick<GitLimits, "signal">;

/** Which of some full hashes name no commit that is here. */
export async function missingCommits(
  git: GitRunner,
  folder: string,
  hashes: readonly string[],
  limits: Limits = {},
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const input = hashes.map((hash) => `${hash}\n`).join("");
  const answer = await git.run(folder, ["cat-file", "--batch-check=%(objecttype)"], { ...limits, input });
  const types = answer.toString("utf8").split("\n");
  return new Set(hashes.filter((_, i) => types[i] !== "commit"));
}

/** Bytes of files as the index has them, by path; what is not there is left out. Paths are from the folder. */
export async function sizesInIndex(
  git: GitRunner,
  folder: string,
  paths: readonly string[],
  limits: Limits = {},
): Promise<ReadonlyMap<string, number>> {
  const hashOf = new Map<string, string>();
  for (let i = 0; i < paths.length; i += ARGUMENTS) {
    const asked = ["ls-files", "-s", "-z", "--", ...paths.slice(i, i + ARGUMENTS)];
    for (const field of zeroFields(await git.run(folder, asked, limits))) {
      const [, hash, path] = /^\d+ ([0-9a-f]+) \d\t([\s\S]+)$/.exec(field) ?? [];
      if (hash !== undefined && path !== undefined) hashOf.set(path, hash);
    }
  }
  const input = [...hashOf.values()].map((hash) => `${hash}\n`).join("");
  if (input === "") return new Map();
  const answer = await git.run(folder, ["cat-file", "--batch-check=%(objectsize)"], { ...limits, input });
  const sizes = answer.toString("utf8").split("\n");
  return new Map(
    [...hashOf.keys()].map((path, i) => [path, Number(sizes[i])] as const).filter(([, size]) => size >= 0),
  );
}

/** Paths in one command: a command's length is bounded. */
const ARGUMENTS = 50;

/** Addresses of the repository's remotes. */
export async function remotesOf(git: GitRunner, folder: string, limits: Limits = {}): Promise<string[]> {
  const asked = ["config", "-z", "--get-regexp", "^remote\\..*\\.(push)?url$"];
  const fields = zeroFields(await git.run(folder, asked, { ...limits, codes: [1] }));
  return fields.map((field) => field.slice(field.indexOf("\n") + 1));
}
