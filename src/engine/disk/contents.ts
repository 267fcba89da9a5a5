import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat } from "node:fs/promises";
import type { FileContents } from "../../core/model/comparedFiles.ts";

/** Larger files are not read to be compared. */
const MOST_BYTES = 256 << 20;

/**
 * Which files hold the same bytes: by size first, then, where sizes are equal, by their SHA-256. Null for a file that is
 * not there, is a link, is larger than 256 MiB while another has its size, or fails to be read.
 */
export async function contentsOf(files: readonly (string | null)[]): Promise<FileContents> {
  const sizes = await Promise.all(files.map(sizeOf));
  const sharing = new Map<number, number>();
  for (const size of sizes) if (size !== null) sharing.set(size, (sharing.get(size) ?? 0) + 1);
  const groups = new Map<string, number>();
  const contents: (number | null)[] = [];
  for (const [index, file] of files.entries()) {
    const size = sizes[index] ?? null;
    const isAlone = size !== null && sharing.get(size) === 1;
    const key = file === null || size === null ? null : isAlone ? `size ${size}` : await hashOf(file, size);
    contents.push(key === null ? null : numberOf(groups, key));
  }
  return contents;
}

function numberOf(groups: Map<string, number>, key: string): number {
  const known = groups.get(key) ?? groups.size;
  groups.set(key, known);
  return known;
}

async function sizeOf(file: string | null): Promise<number | null> {
  if (file === null) return null;
  const stats = await lstat(file).catch(() => null);
  return stats?.isFile() === true ? stats.size : null;
}

async function hashOf(file: string, size: number): Promise<string | null> {
  if (size > MOST_BYTES) return null;
  const hash = createHash("sha256");
  try {
    let read = 0;
    for await (const chunk of createReadStream(file, { end: MOST_BYTES })) {
      read += (chunk as Buffer).length;
      hash.update(chunk as Buffer);
    }
    return read > MOST_BYTES ? null : hash.digest("hex");
  } catch {
    return null;
  }
}
