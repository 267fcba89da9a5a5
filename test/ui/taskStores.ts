import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** A store that nobody prepared, in a folder of its own, and what of it the tasks are about. */
export interface TaskStore {
  readonly name: string;
  /** To be opened; the store is `mlruns` in it, without any config. */
  readonly folder: string;
  readonly experiment: string;
  /** One with three runs that are nobody's children. */
  readonly flat: string;
  /** Three runs of `experiment`, one of which is best of them. */
  readonly three: readonly [best: string, string, string];
  /** What its runs are judged by, and that low values are better. */
  readonly metric: string;
  /** The best run of the experiment, and of those that began within a week: by value, and names of all that have it. */
  readonly best: Best;
  readonly bestOfWeek: Best;
}

export interface Best {
  readonly value: number;
  readonly runs: readonly string[];
}

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/**
 * As they were made they are years old. Of each experiment the runs begin so many hours apart, the newest an hour ago; the
 * worst are the newest, so that the best of the week is another than the best of all.
 */
function rejuvenate(store: string, metric: string, gapHours: number): void {
  for (const experiment of experimentsOf(store)) {
    const rank = (run: string) => -(lastValue(run, metric) ?? Number.POSITIVE_INFINITY);
    const runs = runsIn(experiment).sort((a, b) => rank(a) - rank(b) || startOf(a) - startOf(b));
    for (const [place, run] of runs.entries()) setTimes(run, Date.now() - HOUR_MS * (1 + place * gapHours));
  }
}

function lastValue(run: string, metric: string): number | null {
  const last = textIn(join(run, "metrics"), metric).trimEnd().split("\n").at(-1)?.split(" ")[1];
  return last === undefined ? null : Number(last);
}

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(folder, entry.name)] : [],
  );
const experimentsOf = (store: string) => foldersIn(store).filter((path) => existsSync(join(path, "meta.yaml")));
const runsIn = (experiment: string) =>
  foldersIn(experiment).filter(
    (path) => /^[0-9a-f]{32}$/.test(basename(path)) && /^start_time: \d+$/m.test(textIn(path, "meta.yaml")),
  );
const textIn = (folder: string, name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "";
const startOf = (run: string) => Number(/^start_time: (\d+)$/m.exec(textIn(run, "meta.yaml"))?.[1]);

function setTimes(run: string, start: number): void {
  const meta = textIn(run, "meta.yaml")
    .replace(/^start_time: \d+$/m, `start_time: ${Math.round(start)}`)
    .replace(/^end_time: \d+$/m, `end_time: ${Math.round(start) + 60_000}`);
  writeFileSync(join(run, "meta.yaml"), meta);
}

/** Read from the files by this test alone: the least last value among runs that are finished or not, but not deleted. */
function bestOf(experiment: string, metric: string, since: number): Best {
  const values = runsIn(experiment).flatMap((run): [string, number][] => {
    const last = lastValue(run, metric);
    const isDeleted = /^lifecycle_stage: deleted$/m.test(textIn(run, "meta.yaml"));
    if (last === null || isDeleted || startOf(run) < since) return [];
    return [[textIn(join(run, "tags"), "mlflow.runName") || basename(run).slice(0, 8), last]];
  });
  const value = Math.min(...values.map(([, one]) => one).filter(Number.isFinite));
  return { value, runs: values.filter(([, one]) => one === value).map(([name]) => name) };
}

function made(
  name: string,
  folder: string,
  { experiment, flat, three, metric }: Pick<TaskStore, "experiment" | "flat" | "three" | "metric">,
): TaskStore {
  const home = experimentsOf(join(folder, "mlruns")).find((path) =>
    textIn(path, "meta.yaml").includes(`\nname: ${experiment}\n`),
  );
  if (home === undefined) throw new Error(`no experiment ${experiment}`);
  const best = bestOf(home, metric, 0);
  return {
    name,
    folder,
    experiment,
    flat,
    three,
    metric,
    best,
    bestOfWeek: bestOf(home, metric, Date.now() - WEEK_MS),
  };
}

let parent = "";

/** A folder of its own, all of them gone when this process ends. */
function temporary(): string {
  if (parent === "") {
    parent = mkdtempSync(join(tmpdir(), "mlflow-runs-tasks-"));
    process.once("exit", () => rmSync(parent, { recursive: true, force: true }));
  }
  return mkdtempSync(join(parent, "repository-"));
}

/** What MLflow 3.18 wrote. */
export function fixtureStore(): TaskStore {
  const folder = temporary();
  cpSync("test/fixtures/3.18.0-file/mlruns", join(folder, "mlruns"), { recursive: true });
  rejuvenate(join(folder, "mlruns"), "val/loss", 48);
  return made("a store of MLflow 3.18", folder, {
    ...{ experiment: "team-a/tuning", flat: "churn", metric: "val/loss" },
    three: ["trial-1", "trial-0", "sweep"],
  });
}

const ARCHIVE = "../shared/corpora/KenmogneThimotee__mlflow.tar.gz";

/** A repository of somebody's, where it is at hand; else null. */
export function foundStore(): TaskStore | null {
  if (!existsSync(ARCHIVE)) return null;
  const folder = temporary();
  execFileSync("tar", ["-xzf", ARCHIVE, "-C", folder, "--strip-components=1"]);
  rejuvenate(join(folder, "mlruns"), "rmse", 12);
  return made("a repository found in public", folder, {
    ...{ experiment: "demo", flat: "demo", metric: "rmse" },
    three: ["stylish-shad-886", "caring-fly-825", "delicate-cod-846"],
  });
}
