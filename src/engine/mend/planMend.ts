import { readFile } from "node:fs/promises";
import path from "node:path";
import { isForeign } from "../../core/files/foreign.ts";
import { EditRefused } from "../../core/files/runEdit.ts";
import type { FixEdit, Rewrite } from "../../core/model/finding.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { isSameBytes } from "../../core/verify/fix/lines.ts";
import { mended } from "../../core/verify/fix/mended.ts";
import type { MendedFile, MendedFolder, MendPlan, MendRefused } from "../../core/verify/fix/plan.ts";
import { type Fixable, type WantedEdits, wantedEdits } from "../../core/verify/fix/wanted.ts";
import { isWithin } from "../disk/within.ts";
import { GitError, type GitRunner } from "../git/runner.ts";
import { lastGood } from "./lastGood.ts";
import { LiveRuns } from "./liveRuns.ts";
import { type FoundPlace, kindAt, placeBelow } from "./place.ts";

export interface MendRequest {
  /** The folder verified, to which the paths of findings are relative. */
  readonly base: string;
  readonly stores: readonly StoreRef[];
  /** When the verification began, in milliseconds: what changed since is left alone. */
  readonly since: number;
  /** Left out where Git is not to be asked. */
  readonly git?: GitRunner | undefined;
}

/** Larger files are none that is mended by a few lines, in bytes. */
const LARGEST = 32 << 20;

/** Works out what mending would do, by the files as they are now; writes nothing. */
export async function planMend(findings: readonly Fixable[], request: MendRequest): Promise<MendPlan> {
  const live = new LiveRuns(request.stores);
  const plan = { files: [] as MendedFile[], folders: [] as MendedFolder[], refused: [] as MendRefused[] };
  for (const wanted of wantedEdits(findings)) {
    try {
      const place = await placeOfEdits(wanted, request, live);
      if (wanted.edits.some(({ kind }) => kind === "create-folder")) plan.folders.push(...folderOf(wanted, place));
      else plan.files.push(await fileOf(wanted, place, request));
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error;
      plan.refused.push({ path: wanted.path, reason: error.reason });
    }
  }
  return plan;
}

/** Where something is to be changed, and what is there. */
interface Place {
  readonly root: string;
  readonly file: string;
  readonly found: FoundPlace | null;
}

async function placeOfEdits(wanted: WantedEdits, request: MendRequest, live: LiveRuns): Promise<Place> {
  const given = path.resolve(request.base, wanted.path);
  const { store } = wanted;
  const isOfStore = store !== null && isWithin(store, given);
  if (isOfStore && (await live.has(store, given))) {
    throw new EditRefused("Its run is still being written: mend it when it has ended.");
  }
  const around = request.stores.map(({ base }) => base).find((base) => isWithin(base, given));
  const root = isOfStore ? store : (around ?? request.base);
  const file = await placeBelow(root, given);
  return { root, file, found: await kindAt(file) };
}

function folderOf({ path: name, titles }: WantedEdits, { root, found }: Place): MendedFolder[] {
  if (found?.kind === "file") throw new EditRefused("A file is in the place of the folder.");
  const [title = ""] = titles;
  return found === null ? [{ path: name, title, root }] : [];
}

async function fileOf(wanted: WantedEdits, place: Place, request: MendRequest): Promise<MendedFile> {
  const { path: name, titles, edits } = wanted;
  const before = await contentOf(place, request.since);
  const after = await changed(before, edits, place.file, request);
  if (before === null ? after === null : after !== null && isSameBytes(before, after)) {
    throw new EditRefused("What was found is not there any more.");
  }
  return { path: name, before, after, titles, root: place.root };
}

async function contentOf({ file, found }: Place, since: number): Promise<Uint8Array | null> {
  if (found === null) return null;
  if (found.kind === "folder") throw new EditRefused("A folder is in the place of the file.");
  if (found.size > LARGEST) throw new EditRefused(`It is larger than ${LARGEST >> 20} MiB: mend it by hand.`);
  if (found.changed > since) throw new EditRefused("It changed since it was verified: verify again.");
  return new Uint8Array(await readFile(file).catch(unreadable));
}

function unreadable(error: NodeJS.ErrnoException): never {
  throw new EditRefused(`It cannot be read (${error.code}).`);
}

async function changed(
  before: Uint8Array | null,
  edits: readonly FixEdit[],
  file: string,
  { git }: MendRequest,
): Promise<Uint8Array | null> {
  if (edits.some(({ kind }) => kind === "delete")) {
    if (!isForeign(path.basename(file))) throw new EditRefused("It is no stray file and was left alone.");
    return null;
  }
  const restored = edits.find((edit) => edit.kind === "restore");
  const from = restored === undefined ? before : await restoredFrom(git, file, restored);
  const rewrites = edits.filter((edit) => isRewrite(edit));
  if (from === null && rewrites.some(({ kind }) => kind !== "add-line"))
    throw new EditRefused("It is not there any more.");
  return rewrites.length === 0 ? from : mended(from ?? new Uint8Array(), rewrites);
}

function isRewrite(edit: FixEdit): edit is FixEdit & Rewrite {
  return edit.kind !== "delete" && edit.kind !== "create-folder" && edit.kind !== "restore";
}

async function restoredFrom(
  git: GitRunner | undefined,
  file: string,
  good: FixEdit & { readonly kind: "restore" },
): Promise<Uint8Array> {
  if (git === undefined) throw new EditRefused("Git may not be asked here: restore it by hand.");
  const version = await lastGood(git, file, good).catch((error: unknown) => {
    if (GitError.is(error)) throw new EditRefused(`Git could not be asked: ${error.message}`);
    throw error;
  });
  if (version === null) throw new EditRefused("Git has no good version of it: restore it from a backup.");
  return new Uint8Array(version);
}
