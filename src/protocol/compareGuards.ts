import * as v from "valibot";
import type { Guards } from "./channel.ts";
import type { CompareHost } from "./compare.ts";
import { args, artifactOwner, key, path, refs, runRef } from "./guards.ts";

const ownedFile = v.strictObject({ owner: artifactOwner, path });
const fileOfRun = v.strictObject({ ref: runRef, owner: artifactOwner, path });

/** What the tab Compare may send. */
export const compareHostGuards: Guards<CompareHost> = {
  compared: args(refs, v.nullable(runRef)),
  sayGoal: args(key, v.picklist(["min", "max"])),
  editNote: args(runRef),
  arrange: args(refs),
  models: args(),
  files: args(),
  fileContents: args(v.pipe(v.array(ownedFile), v.maxLength(500))),
  preview: args(artifactOwner, path),
  openArtifact: args(artifactOwner, path),
  diffFiles: args(fileOfRun, fileOfRun),
  diffTables: args(ownedFile, ownedFile, v.nullable(key)),
  copyLink: args(),
  exportPage: args(),
};
