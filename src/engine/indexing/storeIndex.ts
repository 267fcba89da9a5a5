import type { Config } from "../../core/config/config.ts";
import { type TablePart, tableOf } from "../../core/index/codec.ts";
import { compact } from "../../core/index/compact.ts";
import { Overviews } from "../../core/index/overview.ts";
import { RunTable } from "../../core/index/table.ts";
import { TextSearch } from "../../core/index/textFilter.ts";
import type { Goal } from "../../core/model/goal.ts";
import {
  GUESSING,
  type Judging,
  judgingWith,
  type SaidGoal,
  sameJudging,
  statedGoal,
} from "../../core/model/judging.ts";
import { missingParent } from "../../core/model/missingParent.ts";
import type { LocatedProblem, Problem } from "../../core/model/problem.ts";
import type { ExperimentFolder, StoreContents, StoreRef } from "../../core/model/store.ts";
import { configProblems, type FoundConfig, NOTHING_SAID } from "../config/findConfig.ts";
import { RunProblems } from "./runProblems.ts";
import type { Chunk, ReadChunk } from "./tasks.ts";

const NOTHING: StoreContents = { registry: [], loggedModels: [], traces: [] };

/** What pages offer by its name. */
const named = ({ filters, columnSets }: Config) => [filters, columnSets];

/** All that is known of one store, and nothing that does I/O. */
export class StoreIndex {
  readonly ref: StoreRef;
  #config: FoundConfig = NOTHING_SAID;
  #judging: Judging = GUESSING;
  table = new RunTable();
  overviews = this.#overviews();
  search = new TextSearch(this.table.strings);
  folders: readonly ExperimentFolder[] = [];
  contents: StoreContents = NOTHING;
  readonly runProblems = new RunProblems();
  /** Problems of experiments and of the registry, traces and models. */
  structureProblems: readonly Problem[] = [];
  contentProblems: readonly Problem[] = [];
  /** When a file of a run was last seen to change while we watched, by experiment and run folder. */
  readonly changed = new Map<string, number>();
  /** Why nothing of it can be shown. */
  error: string | null = null;
  asOf: number | null = null;

  constructor(ref: StoreRef) {
    this.ref = ref;
  }

  get config(): FoundConfig {
    return this.#config;
  }

  /** By what metrics are judged: as said, else as the repository states it. */
  get judging(): Judging {
    return this.#judging;
  }

  /** What the repository and a person say of its metrics from now on; whether that differs from before. */
  setConfig(found: FoundConfig, said: readonly SaidGoal[] = []): boolean {
    const before = this.#judging;
    const { config } = this.#config;
    this.#config = found;
    this.#judging = judgingWith(found.config.judging, said, this.ref.key);
    const isSame = sameJudging(before, this.#judging);
    if (!isSame) this.overviews = this.#overviews();
    return !isSame || JSON.stringify(named(config)) !== JSON.stringify(named(found.config));
  }

  /** A metric's goal: as stated, else guessed. */
  goalOf(key: string): Goal {
    return statedGoal(this.#judging, key);
  }

  folder(experiment: string): ExperimentFolder | null {
    return this.folders.find((known) => known.experiment.folder === experiment) ?? null;
  }

  /** Sets the experiments as found on disk; runs that are no longer among them go. Returns what came, changed or went. */
  setFolders(folders: readonly ExperimentFolder[], problems: readonly Problem[]): readonly string[] {
    const before = new Map(this.folders.map((known) => [known.experiment.folder, known]));
    this.folders = folders;
    this.structureProblems = problems;
    const changed: string[] = [];
    for (const found of folders) {
      const { folder } = found.experiment;
      const known = before.get(folder);
      if (!known || JSON.stringify(known) !== JSON.stringify(found)) changed.push(folder);
      before.delete(folder);
      this.#dropRuns(folder, found.runs);
    }
    for (const folder of before.keys()) this.#dropRuns(folder, []);
    // The config speaks of experiments by their names, which may be others now.
    if (changed.length > 0 && this.#judging.primary.size > 0) this.overviews = this.#overviews();
    return changed.concat([...before.keys()]);
  }

  /** Takes runs that were read, in the place of what was known of them. */
  take({ found, problems }: ReadChunk, { experiment, runs }: Chunk): void {
    if ("rows" in found) this.table.append(found);
    else for (const record of found) this.table.put(record);
    const told = new Map(problems.map((entry) => [entry.run, entry.problems]));
    for (const run of runs) {
      this.#noteHollow(experiment, run);
      this.runProblems.set(experiment, run, told.get(run) ?? []);
    }
    if (this.table.isSparse) this.#replace(compact(this.table));
  }

  /** Folders that hold no run: Git leaves those of another branch behind, empty. They are not counted. */
  readonly #hollow = new Set<string>();

  #noteHollow(experiment: string, run: string): void {
    if (this.table.rowOf(experiment, run) < 0) this.#hollow.add(`${experiment}/${run}`);
    else if (this.#hollow.size > 0) this.#hollow.delete(`${experiment}/${run}`);
  }

  /** Run folders of an experiment, those found empty left out. */
  runsOf({ experiment, runs }: ExperimentFolder): readonly string[] {
    if (this.#hollow.size === 0) return runs;
    return runs.filter((run) => !this.#hollow.has(`${experiment.folder}/${run}`));
  }

  /** Starts from a snapshot. */
  restore(part: TablePart): void {
    this.#replace(tableOf(part));
  }

  /** Runs on disk that are not in the table. */
  missing(): { experiment: string; runs: string[] }[] {
    return this.folders
      .map((known) => ({
        experiment: known.experiment.folder,
        runs: this.runsOf(known).filter((run) => this.table.rowOf(known.experiment.folder, run) < 0),
      }))
      .filter(({ runs }) => runs.length > 0);
  }

  drop(experiment: string, run: string): void {
    const row = this.table.rowOf(experiment, run);
    if (row >= 0) this.table.remove(row);
    this.runProblems.set(experiment, run, []);
  }

  /** Every problem with its place, parents that are nowhere among them. */
  problems(): LocatedProblem[] {
    const store = this.ref.key;
    const located: LocatedProblem[] = [];
    const told = configProblems(this.ref, this.#config);
    for (const problem of [...this.structureProblems, ...this.contentProblems, ...told]) {
      const owner = this.folders.find(({ experiment }) => `${problem.file}/`.startsWith(`${experiment.folder}/`));
      located.push({ ...problem, store, experiment: owner?.experiment.folder ?? null, run: null });
    }
    for (const [experiment, run, problems] of this.runProblems.all()) {
      for (const problem of problems) located.push({ ...problem, store, experiment, run });
    }
    return this.isRead ? located.concat(this.#orphans()) : located;
  }

  /** How many problems there are, without making a list of them: it is asked for while the store is read. */
  problemTotal(): number {
    let total = this.structureProblems.length + this.contentProblems.length + this.#config.problems.length;
    for (const { experiment } of this.folders) total += this.runProblems.count(experiment.folder);
    return this.isRead ? total + this.#orphans().length : total;
  }

  /** Whether every run has been read; only then is it known which parents are nowhere. */
  get isRead(): boolean {
    return this.table.liveRows >= this.folders.reduce((sum, folder) => sum + this.runsOf(folder).length, 0);
  }

  /** How many problems an experiment has, its runs' among them. */
  problemCount(experiment: string): number {
    const own = this.structureProblems.filter((problem) => `${problem.file}/`.startsWith(`${experiment}/`));
    return own.length + this.runProblems.count(experiment);
  }

  #orphansKnown: { readonly table: RunTable; readonly version: number; readonly orphans: LocatedProblem[] } | null =
    null;

  /** Runs whose parent is nowhere; looked for again only when runs changed. */
  #orphans(): LocatedProblem[] {
    const { table } = this;
    const known = this.#orphansKnown;
    if (known?.table === table && known.version === table.version) return known.orphans;
    const orphans = this.#findOrphans();
    this.#orphansKnown = { table, version: table.version, orphans };
    return orphans;
  }

  #findOrphans(): LocatedProblem[] {
    const { rows, strings, length, alive } = this.table;
    const ids = new Set<number>();
    for (let row = 0; row < length; row++) if (alive.at(row)) ids.add(rows.id.at(row));
    const orphans: LocatedProblem[] = [];
    for (let row = 0; row < length; row++) {
      const parent = rows.parent.at(row);
      if (!alive.at(row) || parent < 0 || ids.has(parent)) continue;
      const experiment = strings.text(rows.experiment.at(row));
      const folder = strings.text(rows.folder.at(row));
      const info = { experiment, folder, id: strings.text(rows.id.at(row)) };
      const found = missingParent(info, strings.text(parent), this.ref.kind === "sqlite");
      orphans.push({ ...found, store: this.ref.key, experiment, run: folder });
    }
    return orphans;
  }

  /** Drops those of an experiment that are not present. */
  #dropRuns(experiment: string, runs: readonly string[]): void {
    const rows = this.overviews.rowsOf(experiment);
    if (rows.length === 0) return;
    const present = new Set(runs);
    for (const row of rows) {
      const run = this.table.strings.text(this.table.rows.folder.at(row));
      if (!present.has(run)) this.drop(experiment, run);
    }
  }

  #overviews(): Overviews {
    return new Overviews(this.table, this.#judging, (folder) => this.folder(folder)?.experiment.name ?? folder);
  }

  #replace(table: RunTable): void {
    this.table = table;
    this.overviews = this.#overviews();
    this.search = new TextSearch(table.strings);
  }
}
