import path from "node:path";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { checkedOut, lastToTouch } from "../git/repository.ts";
import { GitError, type GitRunner } from "../git/runner.ts";
import type { Session } from "../indexing/session.ts";
import { changesOfStores, touchedRuns } from "./changedFiles.ts";

/** The repository's state when it was last looked at. */
interface Seen {
  readonly moves: number;
  readonly head: string | null;
  /** Runs that were damaged then. */
  readonly damaged: ReadonlySet<string>;
}

/** Runs that came damaged with a commit. */
export interface Blamed {
  readonly commit: string;
  readonly runs: readonly RunRef[];
}

/** Run folders whose history is asked for at once. */
const ASKED = 200;

/** Tells which damage came with the commits that a merge, a checkout or a commit brought. */
export class Blame {
  readonly #git: GitRunner | undefined;
  readonly #seen = new Map<string, Seen>();
  readonly #byStore = new Map<string, Blamed>();

  constructor(git: GitRunner | undefined) {
    this.#git = git;
  }

  /** The commit that brought most of the damage that still stands, and to how many runs. */
  of(damaged: readonly RunRef[]): { readonly commit: string; readonly runs: number } | null {
    const standing = new Set(damaged.map(refKey));
    const counts = new Map<string, number>();
    for (const { commit, runs } of this.#byStore.values()) {
      const left = runs.filter((run) => standing.has(refKey(run))).length;
      counts.set(commit, (counts.get(commit) ?? 0) + left);
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return most === undefined || most[1] === 0 ? null : { commit: most[0], runs: most[1] };
  }

  /** Looks whether a store's HEAD moved since it was last asked about; `damaged` are the store's damaged runs. */
  async look({ index, touched }: Session, damaged: readonly RunRef[]): Promise<void> {
    const { key } = index.ref;
    const known = this.#seen.get(key);
    const moves = touched.headMoves;
    if (this.#git === undefined || known?.moves === moves) return;
    const head = await orNull(checkedOut(this.#git, folderOf(index.ref)));
    this.#seen.set(key, { moves, head, damaged: new Set(damaged.map(refKey)) });
    const before = known?.head ?? null;
    if (before === null || head === null || before === head) return;
    const fresh = damaged.filter((run) => known?.damaged.has(refKey(run)) !== true);
    const found = await orNull(blamed(this.#git, index.ref, [before, head], fresh, index.folders));
    if (found !== null) this.#byStore.set(key, found);
  }
}

/** Without Git nothing is blamed; what is damaged is said all the same. */
async function orNull<T>(asked: Promise<T | null>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (GitError.is(error)) return null;
    throw error;
  });
}

async function blamed(
  git: GitRunner,
  store: StoreRef,
  [before, after]: readonly [string, string],
  damaged: readonly RunRef[],
  folders: Session["index"]["folders"],
): Promise<Blamed | null> {
  if (damaged.length === 0) return null;
  const changes = await changesOfStores(git, [store], before, after);
  const files = changes?.byStore.get(store.key) ?? new Set();
  const touched = new Set(touchedRuns(store.key, folders, files).there.map(refKey));
  const runs = store.kind === "sqlite" && files.size > 0 ? damaged : damaged.filter((run) => touched.has(refKey(run)));
  if (runs.length === 0) return null;
  const paths =
    store.kind === "sqlite"
      ? [path.basename(store.key)]
      : runs.slice(0, ASKED).map(({ experiment, run }) => `${experiment}/${run}`);
  const commit = (await lastToTouch(git, folderOf(store), [before, after], paths)) ?? after;
  return { commit, runs };
}

function folderOf({ key, kind }: StoreRef): string {
  return kind === "file" ? key : path.dirname(key);
}
