import * as v from "valibot";
import type { Guards } from "./channel.ts";
import type { CompareHost } from "./compare.ts";
import { FIRST_STATE } from "./compareState.ts";
import { args, artifactOwner, key, path, refs, runRef } from "./guards.ts";

const ownedFile = v.strictObject({ owner: artifactOwner, path });
const fileOfRun = v.strictObject({ ref: runRef, owner: artifactOwner, path });

/** What the tab Compare may send. */
export const compareHostGuards: Guards<CompareHost> = {
  arrange: args(refs),
  models: args(),
  files: args(),
  fileContents: args(v.pipe(v.array(ownedFile), v.maxLength(500))),
  preview: args(artifactOwner, path),
  openArtifact: args(artifactOwner, path),
  diffFiles: args(fileOfRun, fileOfRun),
};

/** What a page kept: each choice for itself, so that one that is not understood loses no other. */
export const compareState = v.fallback(
  v.object({
    onlyDifferences: v.fallback(v.boolean(), FIRST_STATE.onlyDifferences),
    filter: v.fallback(v.string(), FIRST_STATE.filter),
    order: v.fallback(v.nullable(v.strictObject({ metric: key, descending: v.boolean() })), FIRST_STATE.order),
    runsAsRows: v.fallback(v.nullable(v.boolean()), FIRST_STATE.runsAsRows),
    value: v.fallback(v.picklist(["last", "best", "min", "max"]), FIRST_STATE.value),
    tolerance: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), FIRST_STATE.tolerance),
    goals: v.fallback(v.record(key, v.picklist(["min", "max"])), FIRST_STATE.goals),
  }),
  FIRST_STATE,
);
