import { lstatSync, readdirSync, realpathSync } from "node:fs";
import { type ArtifactDisk, localDisk } from "../engine/disk/artifactDisk.ts";
import { listing, stamp } from "../engine/disk/replies.ts";

/** This machine's disk, asked without a promise's detour: nobody else waits for this process. */
export const syncDisk: ArtifactDisk = {
  ...localDisk,
  list: async (folder) => listing(readdirSync(folder, { withFileTypes: true })).entries,
  stamp: async (file) => {
    const found = orNull(() => lstatSync(file, { throwIfNoEntry: false }));
    return found ? stamp(found) : null;
  },
  realpath: async (file) => orNull(() => realpathSync.native(file)),
};

function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
