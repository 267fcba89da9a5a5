import type { GitChange } from "./facts.ts";
import { runOf } from "./paths.ts";

/** What became of one run since the last commit. */
export interface RunChanges {
  readonly experiment: string;
  readonly run: string;
  /** Paths below the run. */
  readonly paths: Readonly<Record<GitChange["kind"], string[]>>;
}

const RUN_ID = /\/[0-9a-f]{32}$/;

/** Files in the index by the run that they belong to. */
export function trackedFiles(tracked: readonly string[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const path of tracked) {
    const place = runOf(path);
    if (place === null) continue;
    const folder = `${place.experiment}/${place.run}`;
    count.set(folder, (count.get(folder) ?? 0) + 1);
  }
  return count;
}

/** Changes inside of runs that are here, and of runs that are not here any more, by their folder. */
export function changesByRun(
  changes: readonly GitChange[],
  runs: ReadonlySet<string>,
): ReadonlyMap<string, RunChanges> {
  const byRun = new Map<string, RunChanges>();
  for (const { path, kind } of changes) {
    const place = runOf(path);
    if (place === null || path.endsWith(`${place.run}/`)) continue;
    const folder = `${place.experiment}/${place.run}`;
    if (!runs.has(folder) && !(kind === "deleted" && RUN_ID.test(folder))) continue;
    const known = byRun.get(folder) ?? {
      ...place,
      paths: { untracked: [], added: [], modified: [], deleted: [], unmerged: [] },
    };
    known.paths[kind].push(path.slice(folder.length + 1));
    byRun.set(folder, known);
  }
  return byRun;
}

/** Runs that lie in an untracked folder, or are one; those of a database that is new to Git. */
export function* wholeFolders(changes: readonly GitChange[], runs: Iterable<string>): Generator<string> {
  const isNew = ({ path, kind }: GitChange): boolean => kind === "untracked" || (kind === "added" && path === "");
  const folders = new Set(changes.filter(isNew).map(({ path }) => path.replace(/\/$/, "")));
  if (folders.size === 0) return;
  for (const run of runs) {
    const outer = run.slice(0, run.lastIndexOf("/"));
    if (["", run, outer, ".trash"].some((folder) => folders.has(folder) && isBelow(run, folder))) yield run;
  }
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}
