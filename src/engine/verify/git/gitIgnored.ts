import path from "node:path";
import { isForeign } from "../../../core/files/foreign.ts";
import type { IgnoredPath } from "../../../core/verify/git/facts.ts";
import { type IgnoreLine, ignoredBy } from "../../git/checkIgnore.ts";
import type { GitRunner } from "../../git/runner.ts";
import type { AskedRun } from "./gitRuns.ts";
import { aboveStore, type StorePlace } from "./storePlace.ts";

/** A path below the store that may be ignored, and whose it is. */
export interface Candidate {
  readonly path: string;
  readonly owner: string;
}

/** Which paths of a store's are ignored, by which lines. */
export async function ignoredPaths(
  git: GitRunner,
  place: StorePlace,
  candidates: readonly Candidate[],
  signal: AbortSignal | undefined,
): Promise<IgnoredPath[]> {
  const paths = candidates.map((candidate) => aboveStore(place, candidate.path));
  const lines = await ignoredBy(git, place.top, paths, { signal });
  return candidates.flatMap((candidate, i) => {
    const line = lines.get(paths[i] ?? "");
    return line === undefined ? [] : [{ ...candidate, ...lineBelow(place, line) }];
  });
}

function lineBelow({ own }: StorePlace, { source, line, pattern }: IgnoreLine) {
  const isInRepository = !path.isAbsolute(source) && !/^(?:\.\.|\.git)\//.test(source);
  return { source: isInRepository ? path.posix.relative(own, source) : source, isInRepository, line, pattern };
}

/** What was found ignored on disk, and what runs name that is not in Git: of runs and logged models that Git has. */
export function ignoredCandidates(
  onDisk: readonly string[],
  runs: readonly AskedRun[],
  tracked: readonly string[],
): Candidate[] {
  if (onDisk.length === 0 && runs.every(({ logged }) => logged.length === 0)) return [];
  const kept = new Set(tracked.filter((file) => file.endsWith("/meta.yaml") || file.includes("/artifacts/")));
  const found = onDisk.flatMap((below): Candidate[] => {
    const owner = OWNER.exec(below)?.[1];
    if (owner === undefined || isIncidental(below)) return [];
    return kept.has(`${owner}/meta.yaml`) ? [{ path: below, owner }] : [];
  });
  const named = runs.flatMap(({ file, logged }) => {
    if (file === "" || !kept.has(`${file}/meta.yaml`)) return [];
    return logged
      .map((name) => ({ path: `${file}/artifacts/${name}`, owner: file }))
      .filter((one) => !kept.has(one.path));
  });
  return [...found, ...named];
}

/** Folder of a run or logged model that a path lies in. */
const OWNER = /^((?:\.trash\/)?[^/]+\/(?:models\/m-[0-9a-f]{32}|[^/]+))\/./;

/** Left behind by tools, not logged. */
function isIncidental(below: string): boolean {
  return below.split("/").some((name) => isForeign(name) || name === "__pycache__");
}
