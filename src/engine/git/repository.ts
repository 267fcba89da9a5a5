import { GitError, type GitRunner } from "./runner.ts";

/** How a file changed from one commit to another. */
export interface FileChange {
  readonly status: "added" | "deleted" | "modified" | "renamed";
  /** Path from the top of the repository, `/` between segments; null on the side where it is not. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The top folder of the repository around a folder; null where there is none. */
export async function topOf(git: GitRunner, folder: string): Promise<string | null> {
  return optional(async () => line(await git.run(folder, ["rev-parse", "--show-toplevel"])));
}

/** The full hash of the commit checked out around a folder; null where there is none. */
export async function checkedOut(git: GitRunner, folder: string): Promise<string | null> {
  return optional(async () => line(await git.run(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])));
}

/** The newest commit between two that touched any of some files, as paths from a folder; null where none did. */
export async function lastToTouch(
  git: GitRunner,
  folder: string,
  [before, after]: readonly [before: string, after: string],
  files: readonly string[],
): Promise<string | null> {
  const args = ["log", "-1", "--format=%H", "--no-show-signature", `${before}..${after}`, "--", ...files];
  return optional(async () => line(await git.run(folder, args)));
}

/** The full hash of a commit; null where the text names none that is here. What runs say is no option of Git's. */
export async function commitOf(git: GitRunner, top: string, text: string): Promise<string | null> {
  if (!/^[0-9a-f]{7,64}$/i.test(text)) return null;
  return optional(async () =>
    line(await git.run(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${text}^{commit}`])),
  );
}

/** Files that differ between two commits, by path; renames are found. Both are full hashes. */
export async function changesBetween(
  git: GitRunner,
  top: string,
  before: string,
  after: string,
): Promise<FileChange[]> {
  const flags = ["--raw", "-z", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--no-color"];
  const answer = await git.run(top, ["diff-tree", "-r", ...flags, before, after, "--"]);
  return parseRawDiff(answer.toString("utf8"));
}

/** Paths of files below a path of the repository that differ between two commits, from the top. Both are full hashes. */
export async function namesBetween(
  git: GitRunner,
  top: string,
  commits: readonly [before: string, after: string],
  path: string,
): Promise<string[]> {
  const flags = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];
  const answer = await git.run(top, ["diff-tree", "-r", ...flags, ...commits, "--", path === "" ? "." : path]);
  return answer.toString("utf8").split("\0").slice(0, -1);
}

/** A file as it was in a commit; null where it was not there or is no file. */
export async function fileAt(
  git: GitRunner,
  top: string,
  commit: string,
  path: string,
  bytes: number,
): Promise<Buffer | null> {
  return optional(() => git.run(top, ["cat-file", "blob", `${commit}:${path}`], { bytes }));
}

/** `:100644 100644 <hash> <hash> M\0path\0`, for a rename or copy with two paths; submodules (mode 160000) are left out. */
export function parseRawDiff(text: string): FileChange[] {
  const fields = text.split("\0");
  const changes: FileChange[] = [];
  for (let at = 0; at < fields.length; ) {
    const match = /^:(\d{6}) (\d{6}) [0-9a-f.]+ [0-9a-f.]+ ([A-Z])\d*$/.exec(fields[at] ?? "");
    if (match === null) break;
    const [, from, to, letter = ""] = match;
    const first = fields[at + 1] ?? "";
    const isPair = letter === "R" || letter === "C";
    const second = isPair ? (fields[at + 2] ?? "") : first;
    at += isPair ? 3 : 2;
    if (from !== SUBMODULE && to !== SUBMODULE) changes.push(changeOf(letter, first, second));
  }
  return changes;
}

const SUBMODULE = "160000";

function changeOf(letter: string, first: string, second: string): FileChange {
  if (letter === "A" || letter === "C") return { status: "added", before: null, after: second };
  if (letter === "D") return { status: "deleted", before: first, after: null };
  return { status: letter === "R" ? "renamed" : "modified", before: first, after: second };
}

function line(answer: Buffer): string | null {
  return answer.toString("utf8").replace(/\r?\n$/, "") || null;
}

/** A refusal of Git's is an answer: it is not there. */
async function optional<T>(ask: () => Promise<T | null>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (GitError.is(error, "failed")) return null;
    throw error;
  }
}
