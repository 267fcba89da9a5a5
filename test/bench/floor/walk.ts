import { closeSync, openSync, readdirSync, readSync } from "node:fs";

export interface Walked {
  readonly files: number;
  readonly bytes: number;
}

const buffer = Buffer.allocUnsafeSlow(1 << 20);

/** Walks folders and reads every byte of every file below them, and does nothing with them. */
export function walk(folders: readonly string[]): Walked {
  let files = 0;
  let bytes = 0;
  const left = [...folders];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) left.push(path);
      else {
        bytes += readWhole(path);
        files++;
      }
    }
  }
  return { files, bytes };
}

export function readWhole(path: string): number {
  const file = openSync(path, "r");
  let bytes = 0;
  for (;;) {
    const read = readSync(file, buffer, 0, buffer.length, null);
    bytes += read;
    if (read < buffer.length) break;
  }
  closeSync(file);
  return bytes;
}
