import { promises as fs } from "node:fs";
import nodePath, { type PlatformPath } from "node:path";
import type { Entry, EntryKind } from "../../core/files/scan.ts";
import { promisedDiskCalls } from "./calls.ts";
import { listing, stamp } from "./replies.ts";

/** What is asked of a disk to find and list artifacts; a test's may be another system's. */
export interface ArtifactDisk {
  /** The system's rules for paths. */
  readonly path: PlatformPath;
  /** Rejects with a `code` where it cannot be listed. */
  list(folder: string): Promise<readonly Entry[]>;
  /** What a path is, not following a link; null where there is nothing. */
  stamp(file: string): Promise<{ readonly kind: EntryKind; readonly size: number } | null>;
  /** Null where it leads nowhere. */
  realpath(file: string): Promise<string | null>;
  /** The first bytes of a regular file, never through a link. */
  read(file: string, limit: number): Promise<{ readonly data: Uint8Array; readonly cut: boolean }>;
}

/** The disk of this machine. */
export const localDisk: ArtifactDisk = {
  path: nodePath,
  list: async (folder) => listing(await fs.readdir(folder, { withFileTypes: true })).entries,
  stamp: async (file) => fs.lstat(file).then(stamp, () => null),
  realpath: async (file) => fs.realpath(file).catch(() => null),
  read: (file, limit) => promisedDiskCalls.readFile(file, limit, true),
};
