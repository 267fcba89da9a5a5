import * as v from "valibot";
import type { Guards } from "./channel.ts";
import { compareHostGuards, compareState } from "./compareGuards.ts";
import {
  args,
  copied,
  key,
  maxPoints,
  openOptions,
  refs,
  runRef,
  savedBytes,
  savedName,
  seriesView,
} from "./guards.ts";
import type { RunsHost, RunsState } from "./runs.ts";

/** What a Runs page may send. */
export const runsHostGuards: Guards<RunsHost> = {
  load: args(),
  series: args(key, refs, maxPoints, seriesView),
  unpin: args(runRef),
  open: args(runRef, openOptions),
  copy: args(copied),
  ...compareHostGuards,
  saveFile: args(savedName, savedBytes),
};

const runsState = v.object({
  refs,
  compare: compareState,
});

/** The state a serializer was given, or null where it is not one of ours. */
export function parseRunsState(state: unknown): RunsState | null {
  const result = v.safeParse(runsState, state);
  return result.success ? result.output : null;
}
