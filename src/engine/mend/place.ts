import { lstat, realpath } from "node:fs/promises";
import path from "node:path";
import { EditRefused } from "../../core/files/runEdit.ts";
import { isWithin } from "../disk/within.ts";

/**
 * The absolute path of what is to be changed below a root. Throws EditRefused where it leads out of the root, or through
 * a link: what a repository holds may name any place of the disk.
 */
export async function placeBelow(root: string, file: string): Promise<string> {
  const given = path.resolve(file);
  if (!isWithin(path.resolve(root), given))
    throw new EditRefused("It leads out of the folder verified and was left alone.");
  const real = await realpath(root);
  const wanted = path.join(real, path.relative(path.resolve(root), path.dirname(given)));
  const folder = await realpath(path.dirname(given)).catch((error: NodeJS.ErrnoException) => {
    throw new EditRefused(`Its folder cannot be opened (${error.code}).`);
  });
  if (folder !== wanted) throw new EditRefused("It is reached through a link and was left alone.");
  return path.join(folder, path.basename(given));
}

/** What lies at a place: nothing, a folder, or a file with its mode and the time of its last change. Throws EditRefused for anything else. */
export async function kindAt(place: string): Promise<FoundPlace | null> {
  try {
    const found = await lstat(place);
    if (found.isDirectory()) return { kind: "folder" };
    if (found.isFile()) return { kind: "file", mode: found.mode, size: found.size, changed: Math.floor(found.ctimeMs) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new EditRefused(`It cannot be opened (${(error as NodeJS.ErrnoException).code}).`);
  }
  throw new EditRefused("It is no regular file and was left alone.");
}

export type FoundPlace =
  | { readonly kind: "folder" }
  /** `changed`: when its content, name or rights last did, in whole milliseconds, by the file system's own clock. */
  | { readonly kind: "file"; readonly mode: number; readonly size: number; readonly changed: number };
