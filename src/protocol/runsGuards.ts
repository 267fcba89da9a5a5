import * as v from "valibot";
import type { Guards } from "./channel.ts";
import { compareHostGuards } from "./compareGuards.ts";
import type { RunsOpening } from "./editor.ts";
import {
  args,
  bandRequest,
  copied,
  key,
  maxPoints,
  openOptions,
  path,
  refs,
  runRef,
  savedBytes,
  savedName,
  seriesView,
} from "./guards.ts";
import type { RunsEditorHost } from "./runs.ts";
import { experiments, tableHostGuards, trendHostGuards } from "./tableGuards.ts";

const tab = v.picklist(["table", "compare", "trend"]);

/** What a Runs page may send. */
export const runsHostGuards: Guards<RunsEditorHost> = {
  load: args(),
  series: args(key, refs, maxPoints, seriesView),
  bands: args(bandRequest),
  ghost: args(),
  unpin: args(runRef),
  open: args(runRef, openOptions),
  copy: args(copied),
  opening: args(),
  showTab: args(tab),
  setPinned: args(refs, v.boolean()),
  setBaseline: args(v.nullable(runRef)),
  pickRuns: args(),
  ...compareHostGuards,
  ...tableHostGuards,
  ...trendHostGuards,
  saveFile: args(savedName, savedBytes),
};

/** Of what a page kept; choices in its tabs are its own. */
const runsState = v.object({
  refs,
  place: v.fallback(v.nullable(v.strictObject({ store: path, experiments })), null),
  tab: v.fallback(tab, "compare"),
  baseline: v.fallback(v.nullable(runRef), null),
});

/** What a page's state says of the editor it stood in, or null where it is not one of ours. */
export function parseRunsState(state: unknown): RunsOpening | null {
  const result = v.safeParse(runsState, state);
  if (!result.success) return null;
  const { refs, place, tab, baseline } = result.output;
  return { place, tab, pins: { refs, baseline } };
}
