import { shortId } from "../core/model/label.ts";
import type { ExperimentFolder } from "../core/model/store.ts";
import { visibleText } from "../core/model/visibleText.ts";
import type { OpenStore } from "./openStores.ts";
import { ProblemReport } from "./problemReport.ts";
import { type FoundRun, readRuns } from "./readRuns.ts";
import { UsageError } from "./usage.ts";

/** A run that was asked for, and what it may be called where several are meant. */
export interface RunPlace {
  readonly store: OpenStore;
  readonly folder: ExperimentFolder;
  readonly run: string;
  readonly name: string;
}

/** Characters of an id that are enough to ask for a run. */
const PREFIX = 4;
/** Candidates named of an ambiguous answer. */
const NAMED = 20;

/** The run meant by an id, a unique beginning of one, or a name or label; throws UsageError where none or several are. */
export async function findRun(stores: readonly OpenStore[], asked: string, path: string): Promise<RunPlace> {
  const exact = byId(stores, (id) => id === asked);
  const byPrefix = exact.length === 0 && asked.length >= PREFIX ? byId(stores, (id) => id.startsWith(asked)) : exact;
  const found = byPrefix.length > 0 ? byPrefix : await byName(stores, asked);
  const [only, ...others] = found;
  if (!only)
    throw new UsageError(`There is no run "${asked}" in ${path}; "mlflow-runs runs ${path} --deleted" lists them.`);
  if (others.length > 0) throw new UsageError(ambiguous(asked, found));
  return only;
}

/** Ids are the names of folders, so that no run needs to be read. */
function byId(stores: readonly OpenStore[], matches: (id: string) => boolean): RunPlace[] {
  return stores.flatMap((store) =>
    store.experiments.flatMap((folder) =>
      folder.runs.filter(matches).map((run) => ({ store, folder, run, name: folder.experiment.name })),
    ),
  );
}

/** Runs by their experiment, so that several names are looked for in one reading. */
const read = new WeakMap<ExperimentFolder, readonly FoundRun[]>();

async function runsOf(store: OpenStore, folder: ExperimentFolder): Promise<readonly FoundRun[]> {
  const known = read.get(folder);
  if (known) return known;
  const runs = await readRuns(store, [folder], new ProblemReport());
  read.set(folder, runs);
  return runs;
}

async function byName(stores: readonly OpenStore[], asked: string): Promise<RunPlace[]> {
  const found: RunPlace[] = [];
  for (const store of stores) {
    for (const folder of store.experiments) {
      const runs = await runsOf(store, folder);
      const matches = runs.filter(({ info, label }) => info.name === asked || label === asked || info.id === asked);
      const run = (folderName: string): RunPlace => ({ store, folder, run: folderName, name: folder.experiment.name });
      found.push(...matches.map(({ info }) => run(info.folder)));
    }
  }
  return found;
}

function ambiguous(asked: string, found: readonly RunPlace[]): string {
  const lines = found
    .slice(0, NAMED)
    .map(({ store, run, name }) => `  ${run}  ${visibleText(name)}  ${store.ref.label}`);
  const more = found.length > NAMED ? [`  … and ${found.length - NAMED} more`] : [];
  const sameId = new Set(found.map(({ run }) => run)).size < found.length;
  const advice = sameId
    ? "give the path of the store that is meant"
    : `give more of the id, such as ${shortId(found[0]?.run ?? "")}`;
  return [`"${asked}" may be any of ${found.length} runs; ${advice}:`, ...lines, ...more].join("\n");
}
