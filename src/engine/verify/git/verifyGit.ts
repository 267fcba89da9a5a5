import { lstat } from "node:fs/promises";
import path from "node:path";
import type { StoreRef } from "../../../core/model/store.ts";
import { GIT_NOT_ASKED } from "../../../core/verify/git/asked.ts";
import { GIT_CHECKS } from "../../../core/verify/git/checks.ts";
import type { GitFacts } from "../../../core/verify/git/facts.ts";
import { ignoredStore } from "../../../core/verify/git/ignored.ts";
import type { Found } from "../../../core/verify/rule.ts";
import { GitError, type GitRunner } from "../../git/runner.ts";
import { gatherFacts } from "./gatherFacts.ts";
import { ignoredPaths } from "./gitIgnored.ts";
import type { AskedRun } from "./gitRuns.ts";
import { storePlace } from "./storePlace.ts";

/** A store that was looked at, for Git to be asked about. */
export interface AskedStore {
  readonly ref: StoreRef;
  /** Path below the folder verified. */
  readonly label: string;
  readonly runs: readonly AskedRun[];
  /** Committed files beside it that name runs of it. */
  readonly namedBy: readonly string[];
  readonly tell: (found: Found) => void;
}

/** Asks Git about each store that lies in a repository; where it cannot be asked, that is said once. */
export async function verifyGit(git: GitRunner, stores: readonly AskedStore[], signal?: AbortSignal): Promise<void> {
  let isTold = false;
  for (const store of stores) {
    const refusal = await refusalOf(lookAt(git, store, signal), signal);
    if (refusal === null) continue;
    if (!isTold && (await isInRepository(store.ref.key))) {
      store.tell({ rule: GIT_NOT_ASKED, file: "", message: sentence(refusal) });
      isTold = true;
    }
    // What takes too long once would do so for each store.
    if (refusal.reason === "timeout") return;
  }
}

/** Why Git gave no answer; null where it did. */
async function refusalOf(asking: Promise<void>, signal?: AbortSignal): Promise<GitError | null> {
  try {
    await asking;
    return null;
  } catch (error) {
    if (!GitError.is(error) || signal?.aborted) throw error;
    return error;
  }
}

async function lookAt(git: GitRunner, store: AskedStore, signal?: AbortSignal): Promise<void> {
  const place = await storePlace(git, store.ref, signal);
  if (place === null) return;
  const facts = await gatherFacts(git, store.ref, place, store.runs, signal);
  for (const check of GIT_CHECKS) check(facts, store.tell);
  if (store.namedBy.length === 0 || !isOutOfGit(facts)) return;
  const [line] = await ignoredPaths(git, place, [{ path: "", owner: "" }], signal);
  if (line !== undefined) for (const found of ignoredStore(line, store.label, store.namedBy)) store.tell(found);
}

function isOutOfGit({ tracked, changes }: GitFacts): boolean {
  return tracked.length === 0 && changes.length === 0;
}

function sentence({ reason, message }: GitError): string {
  const [line = ""] = message.split("\n");
  const said = line.replace(/^(?:fatal|error): /, "").replace(/\.$/, "");
  if (reason === "missing") return "Git is not installed, or may not be run here.";
  return reason === "failed" ? `Git says: ${said.slice(0, 200)}.` : message;
}

/** Whether any folder upward has a `.git`, as far as can be seen without Git. */
async function isInRepository(from: string): Promise<boolean> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (await lstat(path.join(folder, ".git")).catch(() => null)) return true;
    if (path.dirname(folder) === folder) return false;
  }
}
