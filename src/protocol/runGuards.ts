import type { Guards } from "./channel.ts";
import {
  args,
  artifactOwner,
  copied,
  key,
  maxPoints,
  openOptions,
  path,
  problemPlace,
  refs,
  runRef,
  savedBytes,
  savedName,
  seriesView,
} from "./guards.ts";
import type { RunHost } from "./run.ts";

/** What a Run page may send. */
export const runHostGuards: Guards<RunHost> = {
  load: args(),
  series: args(key, maxPoints, seriesView),
  artifacts: args(artifactOwner, path),
  preview: args(artifactOwner, path),
  openArtifact: args(artifactOwner, path),
  saveArtifact: args(artifactOwner, path),
  revealArtifact: args(artifactOwner, path),
  open: args(runRef, openOptions),
  compareWith: args(refs),
  openProblem: args(problemPlace),
  copy: args(copied),
  saveFile: args(savedName, savedBytes),
};
