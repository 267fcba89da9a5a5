import { counts } from "../counts.ts";
import type { Check, Found } from "../rule.ts";
import type { GitFacts, GitRun } from "./facts.ts";
import { gitRule } from "./gitRule.ts";

export const COMMIT_ELSEWHERE = gitRule({
  id: "MLR331",
  title: "Source commit that is not in this repository",
  why: "The code that made the run cannot be seen: its commit was never pushed, was rewritten, or is of another repository.",
  mend: "Fetch the branch that has it and keep it by a tag, if it can still be had.",
  data: "info",
});

export const COMMITS_CUT_OFF = gitRule({
  id: "MLR332",
  title: "Source commits that a shallow clone cannot tell of",
  why: "The clone holds only the newest commits, so it cannot be said whether those that made the runs are in the repository.",
  mend: "Run `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0`), then verify again.",
  data: "info",
});

/** Commits named in a message. */
const NAMED = 3;

/** Whether the commits that made the runs are here: said once of each experiment. */
export const checkSources: Check<Pick<GitFacts, "runs" | "missingCommits" | "isShallow">> = (facts, tell) => {
  const lost = facts.runs.filter(({ commit }) => commit !== null && facts.missingCommits.has(commit));
  if (lost.length > 0 && facts.isShallow) {
    const message = `The clone is shallow: the commits of ${counts(lost.length, "run")} are not in it, and may be in the repository.`;
    tell({ rule: COMMITS_CUT_OFF, file: "", message });
    return;
  }
  const byExperiment = new Map<string, GitRun[]>();
  for (const run of lost) {
    const known = byExperiment.get(run.experiment);
    if (known) known.push(run);
    else byExperiment.set(run.experiment, [run]);
  }
  for (const [experiment, runs] of byExperiment) tell(lostOf(experiment, runs));
};

function lostOf(experiment: string, runs: readonly GitRun[]): Found {
  const commits = commitNames(runs);
  const [first] = runs;
  if (first !== undefined && runs.length === 1) {
    const message = `The commit ${commits}, by which the run was made, is not here.`;
    return { rule: COMMIT_ELSEWHERE, file: first.file, experiment, run: first.run, message };
  }
  const message = `${counts(runs.length, "run")} were made by commits that are not here: ${commits}.`;
  // A database's runs have no folder.
  return { rule: COMMIT_ELSEWHERE, file: first?.file === "" ? "" : experiment, experiment, message };
}

function commitNames(runs: readonly GitRun[]): string {
  const commits = [...new Set(runs.map(({ commit }) => commit?.slice(0, 8)))];
  const more = commits.length - NAMED;
  return `${commits.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more.toLocaleString("en-US")} more` : ""}`;
}
