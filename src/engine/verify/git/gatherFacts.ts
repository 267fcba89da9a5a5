import path from "node:path";
import type { StoreRef } from "../../../core/model/store.ts";
import type { GitChange, GitFacts } from "../../../core/verify/git/facts.ts";
import { isSameRepository } from "../../../core/verify/git/remoteUrl.ts";
import { localDisk } from "../../disk/artifactDisk.ts";
import { ArtifactLocator } from "../../disk/locateArtifacts.ts";
import { isWithin } from "../../disk/within.ts";
import { filtersOf } from "../../git/filters.ts";
import { trackedBelow } from "../../git/lsFiles.ts";
import { missingCommits, remotesOf } from "../../git/objects.ts";
import type { GitRunner } from "../../git/runner.ts";
import { statusBelow } from "../../git/status.ts";
import { type Candidate, ignoredCandidates, ignoredPaths } from "./gitIgnored.ts";
import { largeFiles } from "./gitLarge.ts";
import type { AskedRun } from "./gitRuns.ts";
import { belowStore, type StorePlace } from "./storePlace.ts";

/** Asks Git about one store. Rejects as Git does. */
export async function gatherFacts(
  git: GitRunner,
  store: StoreRef,
  place: StorePlace,
  runs: readonly AskedRun[],
  signal: AbortSignal | undefined,
): Promise<GitFacts> {
  const { folder, asked } = place;
  const limits = { signal };
  const files = await trackedBelow(git, folder, asked, limits);
  const tracked = store.kind === "file" ? files : files.map(() => "");
  const status = await statusBelow(git, folder, asked, limits);
  const below = (fromTheTop: string): string[] => {
    const path = belowStore(place, fromTheTop);
    return path === null ? [] : [path];
  };
  const candidates =
    store.kind === "file"
      ? ignoredCandidates(status.ignored.flatMap(below), runs, tracked)
      : tracked.length > 0
        ? await artifactsOfDatabase(store, runs)
        : [];
  const commits = await commitsOf(git, folder, runs, signal);
  return {
    below: place.own,
    tracked,
    changes: (await trueChanges(git, place, status.changes, signal)).flatMap((change) =>
      below(change.path).map((at) => ({ ...change, path: at })),
    ),
    ignored: await ignoredPaths(git, place, candidates, signal),
    large: (await largeFiles(git, place, files, signal)).map((file) => ({
      ...file,
      path: store.kind === "file" ? file.path : "",
    })),
    runs: runs.map(({ experiment, run, file, commit }) => ({
      ...{ experiment, run, file },
      commit: commit !== null && commits.asked.has(commit) ? commit : null,
    })),
    missingCommits: commits.missing,
    isShallow: place.isShallow,
  };
}

/** Without files that only seem to differ, because a filter such as that of Git LFS was not run. */
async function trueChanges(
  git: GitRunner,
  { top }: StorePlace,
  changes: readonly GitChange[],
  signal: AbortSignal | undefined,
): Promise<readonly GitChange[]> {
  const modified = changes.filter(({ kind }) => kind === "modified").map(({ path }) => path);
  const filters = await filtersOf(git, top, modified, { signal });
  return changes.filter(({ path, kind }) => kind !== "modified" || !filters.has(path));
}

/** Commits that runs name as ones of this repository, and which of them are not here. */
async function commitsOf(git: GitRunner, folder: string, runs: readonly AskedRun[], signal: AbortSignal | undefined) {
  const named = runs.filter(({ commit }) => commit !== null);
  if (named.length === 0) return { asked: new Set<string>(), missing: new Set<string>() };
  const remotes = await remotesOf(git, folder, { signal });
  const ours = named.filter(({ repository }) => repository === null || isSameRepository(repository, remotes));
  const asked = new Set(ours.flatMap(({ commit }) => commit ?? []));
  return { asked, missing: await missingCommits(git, folder, [...asked], { signal }) };
}

/** So many runs of a database are asked for their artifacts. */
const ASKED_RUNS = 200;

/** Folders of artifacts of a database's runs that are here, below the database. */
async function artifactsOfDatabase(store: StoreRef, runs: readonly AskedRun[]): Promise<Candidate[]> {
  const locator = new ArtifactLocator(store, [], localDisk);
  const root = (await localDisk.realpath(store.base)) ?? store.base;
  const candidates: Candidate[] = [];
  for (const { id, artifactUri } of runs.slice(0, ASKED_RUNS)) {
    const { folder } = await locator.locate({ home: null, uri: artifactUri, id });
    if (folder === null || !isWithin(root, folder)) continue;
    const real = (await localDisk.realpath(store.key)) ?? store.key;
    candidates.push({ path: path.relative(real, folder).split(path.sep).join("/"), owner: id });
  }
  return candidates;
}
