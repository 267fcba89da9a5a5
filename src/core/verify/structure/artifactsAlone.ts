import { isForeign } from "../../files/foreign.ts";
import { counts } from "../counts.ts";
import type { RunFacts } from "../facts/runFacts.ts";
import type { Found, Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const ARTIFACTS_ALONE: Rule = {
  id: "MLR133",
  area: "structure",
  level: "quick",
  title: "Artifacts of runs that the database beside does not know",
  why: "The folders are where a database keeps the artifacts of its runs, but the runs are in no database here any more.",
  mend: "Bring back the database that knew the runs, or remove the folders if the runs are not wanted.",
  severity: severities({ data: "warning" }),
};

/** Whether a folder holds artifacts and nothing else of a run: its run, if there is one, is kept elsewhere. */
export function isArtifactsAlone({ listing, meta }: RunFacts): boolean {
  if (meta.present || listing.entries === null) return false;
  const own = listing.entries.filter(({ name }) => !isForeign(name));
  return own.length > 0 && own.every(({ name, kind }) => name === "artifacts" && kind === "folder");
}

/** What is said once of an experiment; `first` is one of the folders. */
export function artifactsAlone(experiment: string, first: string, count: number): Found {
  const place = { rule: ARTIFACTS_ALONE, experiment };
  if (count === 1)
    return { ...place, file: first, message: "The folder holds artifacts of a run that no database here knows." };
  return {
    ...place,
    file: experiment,
    message: `${counts(count, "folder")} hold artifacts of runs that no database here knows.`,
  };
}
