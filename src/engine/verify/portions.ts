import type { Severity } from "../../core/model/finding.ts";
import type { ExperimentFolder } from "../../core/model/store.ts";
import type { Session } from "../indexing/session.ts";
import type { TouchedRuns } from "../indexing/touched.ts";

/** Runs of one experiment looked at before what was found of them is taken and a newer wish is heeded. */
const PORTION = 200;

/** The runs that could not be read as they stand; everything, where it was something else. */
export function stumblesOf({ index }: Session, least: Severity): TouchedRuns {
  const runs = new Map<string, Set<string>>();
  let everything = false;
  for (const { experiment, run, severity, code } of index.problems()) {
    if (severity === "warning" && least === "error") continue;
    if (experiment === null || run === null || code === "parent-missing" || index.ref.kind === "sqlite")
      everything = true;
    else runs.set(experiment, (runs.get(experiment) ?? new Set()).add(run));
  }
  return { everything, runs };
}

/** The touched runs that are there, a few at a time. */
export function* portionsOf(
  folders: readonly ExperimentFolder[],
  touched: TouchedRuns["runs"],
): Generator<ExperimentFolder> {
  for (const known of folders) {
    const named = touched.get(known.experiment.folder) ?? new Set();
    const runs = known.runs.filter((run) => named.has(run));
    for (let at = 0; at < runs.length; at += PORTION) yield { ...known, runs: runs.slice(at, at + PORTION) };
  }
}
