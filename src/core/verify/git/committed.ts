import { counts } from "../counts.ts";
import type { Check, Found } from "../rule.ts";
import type { GitFacts } from "./facts.ts";
import { gitRule } from "./gitRule.ts";
import { changesByRun, type RunChanges, trackedFiles, wholeFolders } from "./runChanges.ts";

export const RUN_UNCOMMITTED = gitRule({
  id: "MLR305",
  title: "Runs that are not committed",
  why: "They are on this disk alone: no clone has them.",
  mend: "Commit them, if they are wanted in every clone.",
  data: "info",
});

export const RUN_HALF_COMMITTED = gitRule({
  id: "MLR306",
  title: "Run of which Git has a part only",
  why: "Some files of the run are committed and others are not, or are missing here: a clone has another run than this.",
  mend: "Commit the rest of the run, or restore the missing files with `git restore`.",
  data: "warning",
});

export const RUN_CHANGED = gitRule({
  id: "MLR307",
  title: "Runs that changed since the last commit",
  why: "What is here is not what a clone has: values, tags or notes were changed since.",
  mend: "Commit the change, or take it back with `git restore`.",
  data: "info",
});

export const RUN_REMOVED = gitRule({
  id: "MLR308",
  title: "Committed runs that are not here any more",
  why: "Git still has them, and the next commit may remove them from there too.",
  mend: "Commit the removal if it was meant, or bring them back with `git restore`.",
  data: "info",
});

type CommittedInput = Pick<GitFacts, "tracked" | "changes" | "runs">;

/** Whether Git has each run, and all of it. */
export const checkCommitted: Check<CommittedInput> = (facts, tell) => {
  if (facts.changes.length === 0) return;
  const known = new Set(facts.runs.map(({ file }) => file));
  const trackedOf = trackedFiles(facts.tracked);
  const uncommitted = new Set(wholeFolders(facts.changes, known));
  const removed: string[] = [];
  for (const [folder, changes] of changesByRun(facts.changes, known)) {
    if (!known.has(folder)) removed.push(folder);
    else if ((trackedOf.get(folder) ?? 0) === changes.paths.added.length) uncommitted.add(folder);
    else tell(partOf(changes));
  }
  const isChanged = facts.changes.some(({ path, kind }) => path === "" && kind === "modified");
  if (isChanged) tell({ rule: RUN_CHANGED, file: "", message: "The database has changed since the last commit." });
  const isAll = uncommitted.size === known.size;
  for (const found of isAll ? allUncommitted(facts.runs.length) : byExperiment(uncommitted, NOT_COMMITTED)) tell(found);
  for (const found of byExperiment(removed, NOT_HERE)) tell(found);
};

const NOT_COMMITTED = { rule: RUN_UNCOMMITTED, is: "is not committed yet", are: "are not committed yet" };
const NOT_HERE = { rule: RUN_REMOVED, is: "is not here any more", are: "are not here any more" };

function allUncommitted(runs: number): readonly Found[] {
  if (runs === 0) return [];
  return [
    { rule: RUN_UNCOMMITTED, file: "", message: `None of the store's runs is committed yet: ${counts(runs, "run")}.` },
  ];
}

/** One finding an experiment; a run that is alone is named. */
function byExperiment(folders: Iterable<string>, { rule, is, are }: typeof NOT_COMMITTED): Found[] {
  const experiments = new Map<string, string[]>();
  for (const folder of folders) {
    const experiment = folder.slice(0, folder.lastIndexOf("/"));
    const known = experiments.get(experiment);
    if (known) known.push(folder);
    else experiments.set(experiment, [folder]);
  }
  return [...experiments].map(([experiment, [first = experiment, ...rest]]) => {
    const run = first.slice(experiment.length + 1);
    if (rest.length === 0) return { rule, file: first, experiment, run, message: `The run ${is}.` };
    return {
      rule,
      file: experiment,
      experiment,
      message: `${counts(rest.length + 1, "run")} of the experiment ${are}.`,
    };
  });
}

/** Of a run that Git has, but not as it is here. */
function partOf({ experiment, run, paths }: RunChanges): Found {
  const place = { file: `${experiment}/${run}`, experiment, run };
  const parts = [
    told([...paths.untracked, ...paths.added], "is not committed", "are not committed"),
    told(paths.deleted, "is committed and not here", "are committed and not here"),
    told(paths.unmerged, "is in the midst of a merge", "are in the midst of a merge"),
  ].filter((part) => part !== "");
  if (parts.length > 0) return { rule: RUN_HALF_COMMITTED, ...place, message: `${parts.join("; ")}.` };
  const message = `${told(paths.modified, "has changed", "have changed")} since the last commit.`;
  return { rule: RUN_CHANGED, ...place, message };
}

/** `metrics/rmse and 2 more are not committed`. */
function told([first, ...rest]: readonly string[], is: string, are: string): string {
  if (first === undefined) return "";
  const name = first.slice(0, 200);
  return rest.length === 0 ? `${name} ${is}` : `${name} and ${rest.length.toLocaleString("en-US")} more ${are}`;
}
