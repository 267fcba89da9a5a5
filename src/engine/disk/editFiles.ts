import { lstat, mkdir, readFile, realpath, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { EditRefused, type FileEdit } from "../../core/files/runEdit.ts";
import type { FileUndo } from "../../core/model/runEdit.ts";
import { replaceFile } from "./replaceFile.ts";
import { isWithin } from "./within.ts";

/**
 * Writes files below a folder, each whole or not at all, and answers what takes them back. Where one fails, those before
 * it are taken back. Throws EditRefused with a sentence.
 */
export async function editFiles(folder: string, edits: readonly FileEdit[]): Promise<readonly FileUndo[]> {
  const done: FileUndo[] = [];
  try {
    for (const { path: name, text } of edits) {
      const before = await contentOf(folder, name);
      const after = text === null ? null : new TextEncoder().encode(text);
      await replace(folder, name, after);
      done.push({ path: name, before, after });
    }
    return done;
  } catch (error) {
    for (const { path: name, before } of done.reverse()) await replace(folder, name, before);
    throw error instanceof EditRefused
      ? error
      : new EditRefused(`It could not be written: ${(error as Error).message}.`);
  }
}

/** Takes a change back where the files still are as it left them. */
export async function undoFiles(folder: string, files: readonly FileUndo[]): Promise<void> {
  for (const { path: name, after } of files) {
    if (!isSame(await contentOf(folder, name), after)) {
      throw new EditRefused("The run was changed since; nothing was taken back.");
    }
  }
  for (const { path: name, before } of files) await replace(folder, name, before);
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

/** Null where there is no such file; refused where it is no file, or is reached through a link. */
async function contentOf(folder: string, name: string): Promise<Uint8Array | null> {
  const file = path.join(folder, name);
  try {
    if (!(await lstat(file)).isFile()) throw new EditRefused(`${name} is no regular file and was left alone.`);
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    if (code === "ENOTDIR")
      throw new EditRefused(`${path.dirname(name)} is a file, so ${name} cannot be one below it.`);
    throw error;
  }
}

async function replace(folder: string, name: string, content: Uint8Array | null): Promise<void> {
  const file = path.join(folder, name);
  if (content === null) {
    await rm(file, { force: true });
    await dropEmptyFolders(folder, path.dirname(name));
    return;
  }
  await mkdir(path.dirname(file), { recursive: true });
  if (!isWithin(await realpath(folder), await realpath(path.dirname(file)))) {
    throw new EditRefused(`${path.dirname(name)} is a link out of the run and was left alone.`);
  }
  const known = await stat(file).catch(() => null);
  await replaceFile(file, content, { folder, mode: known?.mode ?? null });
}

/** Folders of a key's parts that are empty now; `tags` itself stays. */
async function dropEmptyFolders(folder: string, name: string): Promise<void> {
  for (let at = name; at.includes("/"); at = path.posix.dirname(at)) {
    try {
      await rmdir(path.join(folder, at));
    } catch {
      return;
    }
  }
}
