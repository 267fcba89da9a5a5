import type { RunRef } from "../../core/model/run.ts";
import { refKey } from "../../core/model/run.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { Verification } from "../../core/verify/verified.ts";
import { openFileReader } from "../disk/reader.ts";
import type { GitRunner } from "../git/runner.ts";
import { changesOfStores, touchedRuns } from "./changedFiles.ts";
import type { VerifyHooks, VerifyRequest } from "./request.ts";
import { verifyStores } from "./verify.ts";

/** What two commits changed of the stores, verified as it lies on disk now. */
export interface VerifiedChange {
  /** Full hashes. */
  readonly before: string;
  readonly after: string;
  /** Runs of file stores with a file that differs between the commits, and that are there now. */
  readonly runs: readonly RunRef[];
  /** Such runs that are not there any more. */
  readonly gone: readonly RunRef[];
  /** Those of `runs`, and of databases that changed, that have an error for the target asked about. */
  readonly damaged: readonly RunRef[];
  /** Stores that changed, and what was found of those runs and of files that changed; no store where nothing changed. */
  readonly verification: Verification;
}

/**
 * Verifies only what changed between two commits, as after a merge or checkout: "2 runs damaged by 3f2c1" is
 * `damaged.length` and `after.slice(0, 5)`. `before` and `after` are hashes of 7 to 64 hex digits, `after` the commit
 * that is checked out now. A database that changed is verified whole. What only a whole store can tell (parents,
 * registered versions, two experiments of one name) and the files around stores are left to a whole verification.
 *
 * Null where no store lies in a repository that has both commits: then verify everything. Rejects with a GitError where
 * Git is missing, too slow, or answers too much.
 */
export async function verifyBetween(
  git: GitRunner,
  base: string,
  stores: readonly StoreRef[],
  commits: { readonly before: string; readonly after: string },
  request: VerifyRequest,
  hooks: VerifyHooks = {},
): Promise<VerifiedChange | null> {
  const changes = await changesOfStores(git, stores, commits.before, commits.after);
  if (changes === null) return null;
  const { before, after, byStore } = changes;
  const changed = stores.filter(({ key }) => byStore.has(key));
  const runs: RunRef[] = [];
  const gone: RunRef[] = [];
  for (const store of changed.filter(({ kind }) => kind === "file")) {
    const { experiments } = await openFileReader(store, hooks.calls).experiments();
    const touched = touchedRuns(store.key, experiments, byStore.get(store.key) ?? new Set());
    runs.push(...touched.there);
    gone.push(...touched.gone);
  }
  const verification = await verifyStores(base, changed, request, { ...hooks, changed: byStore });
  return { before, after, runs, gone, damaged: damagedOf(verification), verification };
}

function damagedOf({ findings }: Verification): RunRef[] {
  const byKey = new Map<string, RunRef>();
  for (const { severity, store, experiment, run } of findings) {
    if (severity !== "error" || store === null || experiment === null || run === null) continue;
    const ref = { store, experiment, run };
    byKey.set(refKey(ref), ref);
  }
  return [...byKey.values()];
}
