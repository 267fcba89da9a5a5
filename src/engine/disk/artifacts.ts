import type { ArtifactPreview } from "../../core/artifacts/preview.ts";
import { previewBytes, previewOf } from "../../core/artifacts/previewOf.ts";
import { pathSegments } from "../../core/artifacts/segments.ts";
import { type Entry, failureReason, join } from "../../core/files/scan.ts";
import { byNature } from "../../core/model/naturalOrder.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { ArtifactEntry, ArtifactListing, LocatedArtifact } from "../../core/model/views.ts";
import { type ArtifactDisk, localDisk } from "./artifactDisk.ts";
import { codeOf } from "./calls.ts";
import { isWithin } from "./within.ts";

/** Folders come first, each in natural order (`step2` before `step10`); links are listed, but never followed or opened. */
export type ListedArtifacts = Omit<ArtifactListing, "uri">;

export interface ArtifactFile {
  /** Below the artifact folder, `/` between segments. */
  readonly path: string;
  readonly size: number;
}

/** Entries of one folder that are shown; more are counted in a problem. */
const MOST_ENTRIES = 10_000;
/** Folders inside folders that are followed. */
const DEEPEST = 64;
const IN_FLIGHT = 64;

/** Lists a folder below an artifact folder; `path` comes from outside and is refused where it could lead out. */
export async function listArtifacts(
  root: string,
  path: string,
  disk: ArtifactDisk = localDisk,
): Promise<ListedArtifacts> {
  const folder = await resolveBelow(root, path, disk);
  if (folder === null) return nothing(`There is no folder ${shown(path)} among these artifacts.`);
  try {
    const found = await readFolder(root, folder, path, disk);
    const reason = found.entries.length === 0 ? "This folder is empty." : null;
    return { folder, ...found, reason };
  } catch (error) {
    return nothing(`${shown(path) || "The folder"} cannot be listed: ${failureReason(codeOf(error))}.`);
  }
}

/** An artifact that may be opened or copied; null where it is not there, lies behind a link or is no file or folder. */
export async function locateArtifact(
  root: string,
  path: string,
  disk: ArtifactDisk = localDisk,
): Promise<LocatedArtifact | null> {
  const file = await resolveBelow(root, path, disk);
  const kind = file === null ? null : (await disk.stamp(file))?.kind;
  if (file === null || (kind !== "file" && kind !== "folder")) return null;
  return { file, name: disk.path.basename(file), isFolder: kind === "folder" };
}

/** The same for a file alone: its absolute path. */
export async function artifactFile(root: string, path: string, disk: ArtifactDisk = localDisk): Promise<string | null> {
  const found = await locateArtifact(root, path, disk);
  return found === null || found.isFolder ? null : found.file;
}

/** Small text files as they are; null for one that is not there, is no file, or is longer than that many bytes. */
export function textsBelow(
  root: string,
  paths: readonly string[],
  limit: number,
  disk: ArtifactDisk = localDisk,
): Promise<readonly (string | null)[]> {
  return Promise.all(
    paths.map(async (path) => {
      const file = await artifactFile(root, path, disk);
      if (file === null) return null;
      const read = await disk.read(file, limit).catch(() => null);
      return read === null || read.cut ? null : Buffer.from(read.data).toString("utf8");
    }),
  );
}

/** What a page shows of an artifact. */
export async function previewArtifact(
  root: string,
  path: string,
  disk: ArtifactDisk = localDisk,
): Promise<ArtifactPreview> {
  const file = await artifactFile(root, path, disk);
  if (file === null) return { kind: "none", reason: `There is no file ${shown(path)} among these artifacts.` };
  const limit = previewBytes(path);
  if (limit === 0) return previewOf(path, new Uint8Array(), false);
  try {
    const { data, cut } = await disk.read(file, limit);
    return previewOf(path, data, cut);
  } catch (error) {
    return { kind: "none", reason: `This file cannot be read: ${failureReason(codeOf(error))}.` };
  }
}

/** Every file below an artifact folder, folder by folder; what cannot be read is told and passed over. */
export async function* walkArtifacts(
  root: string,
  onProblem: (found: Problem) => void = () => {},
  disk: ArtifactDisk = localDisk,
): AsyncGenerator<ArtifactFile> {
  const pending = [""];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const listed = await readForWalk(root, path, disk);
    for (const found of listed.problems) onProblem(found);
    for (const { path: file, size } of listed.entries) if (size !== null) yield { path: file, size };
    const folders = listed.entries.filter((entry) => entry.isFolder).map((entry) => entry.path);
    if (path.split("/").length < DEEPEST) pending.push(...folders.reverse());
    else if (folders.length > 0)
      onProblem(problem("limit", path, `holds folders deeper than ${DEEPEST}, which were not read`));
  }
}

type Contents = Pick<ListedArtifacts, "entries" | "problems">;

async function readForWalk(root: string, path: string, disk: ArtifactDisk): Promise<Contents> {
  try {
    return await readFolder(root, disk.path.join(root, ...path.split("/")), path, disk);
  } catch (error) {
    const reason = `cannot be listed: ${failureReason(codeOf(error))}`;
    return { entries: [], problems: [problem("unreadable", path, reason)] };
  }
}

/** The real path below a root, or null: a path that is refused, missing, or that a link leads out of the root. */
async function resolveBelow(root: string, path: string, disk: ArtifactDisk): Promise<string | null> {
  const segments = pathSegments(path, disk.path.sep === "\\");
  if (segments === null) return null;
  const [realRoot, real] = await Promise.all([disk.realpath(root), disk.realpath(disk.path.join(root, ...segments))]);
  if (realRoot === null || real === null || !isWithin(realRoot, real, disk.path)) return null;
  // A link inside is not followed either: whatever is shown has one path.
  const direct = disk.path.join(realRoot, ...segments);
  return disk.path.relative(direct, real) === "" ? real : null;
}

function byKindThenName(a: Entry, b: Entry): number {
  const folders = Number(b.kind === "folder") - Number(a.kind === "folder");
  return folders || byNature(a.name, b.name);
}

async function readFolder(root: string, folder: string, path: string, disk: ArtifactDisk): Promise<Contents> {
  const all = [...(await disk.list(folder))].sort(byKindThenName);
  const shown = all.slice(0, MOST_ENTRIES);
  const problems: Problem[] = [];
  const entries: ArtifactEntry[] = [];
  for (let at = 0; at < shown.length; at += IN_FLIGHT) {
    const batch = shown.slice(at, at + IN_FLIGHT);
    const described = await Promise.all(batch.map((entry) => describe(entry, root, folder, path, disk)));
    for (const { fault, ...entry } of described) {
      entries.push(entry);
      if (fault) problems.push(fault);
    }
  }
  if (all.length > MOST_ENTRIES) {
    problems.push(problem("limit", path, `holds ${all.length} entries, of which the first ${MOST_ENTRIES} are shown`));
  }
  return { entries, problems };
}

type Described = ArtifactEntry & { readonly fault?: Problem };

async function describe(
  { name, kind }: Entry,
  root: string,
  folder: string,
  parent: string,
  disk: ArtifactDisk,
): Promise<Described> {
  const path = join(parent, name);
  if (kind === "folder") return { name, path, isFolder: true, size: null };
  const file = disk.path.join(folder, name);
  const entry = { name, path, isFolder: false, size: null };
  if (kind === "link") return { ...entry, fault: await linkFault(path, root, file, disk) };
  if (kind === "other") return { ...entry, fault: problem("wrong-type", path, "is neither a file nor a folder") };
  const stamp = await disk.stamp(file);
  if (stamp !== null) return { ...entry, size: stamp.size };
  return { ...entry, fault: problem("unreadable", path, "vanished or cannot be read") };
}

async function linkFault(path: string, root: string, file: string, disk: ArtifactDisk): Promise<Problem> {
  const [realRoot, real] = await Promise.all([disk.realpath(root), disk.realpath(file)]);
  if (realRoot !== null && real !== null && isWithin(realRoot, real, disk.path)) {
    return problem("link-escape", path, "is a link and is not followed", null, "warning");
  }
  return problem("link-escape", path, "is a link that leads out of these artifacts and is not followed");
}

function nothing(reason: string): ListedArtifacts {
  return { folder: null, entries: [], reason, problems: [] };
}

function shown(path: string): string {
  return path.length > 200 ? `${path.slice(0, 200)}…` : path;
}
