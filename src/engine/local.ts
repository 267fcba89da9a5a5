import type { ArtifactPreview } from "../core/artifacts/preview.ts";
import type { StoreExport } from "../core/compare/export/exportData.ts";
import { NO_KEYS } from "../core/index/runKeys.ts";
import { groupRuns, matching, selectRuns } from "../core/index/select.ts";
import type { Band, BandRequest } from "../core/model/bands.ts";
import { isBetter } from "../core/model/best.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../core/model/comparedFiles.ts";
import type { ComparedModel } from "../core/model/comparedParts.ts";
import type { FilterAdvice } from "../core/model/filterAdvice.ts";
import type { Severity } from "../core/model/finding.ts";
import type { SaidGoal } from "../core/model/judging.ts";
import type { LocatedProblem } from "../core/model/problem.ts";
import { type RunRef, refKey } from "../core/model/run.ts";
import type { RunEdit, RunEditOutcome, RunUndo } from "../core/model/runEdit.ts";
import type { Column, TableFormat, TableQuery, TableRequest, TableRuns } from "../core/model/runsTable.ts";
import type { StoreRef } from "../core/model/store.ts";
import type { TableComparison } from "../core/model/tableDiff.ts";
import type { TrendRequest } from "../core/model/trend.ts";
import type {
  ArtifactListing,
  ArtifactOwner,
  Comparison,
  EngineChange,
  ExperimentRow,
  LocatedArtifact,
  RunRow,
  RunSelection,
  RunView,
  Series,
} from "../core/model/views.ts";
import { filterOfWords } from "../core/query/filterOfWords.ts";
import type { Searches } from "../core/query/search/searches.ts";
import type { MendOutcome, MendPlan } from "../core/verify/fix/plan.ts";
import type { Fixable } from "../core/verify/fix/wanted.ts";
import type { StandingFindings } from "../core/verify/standing.ts";
import type { Verification } from "../core/verify/verified.ts";
import type { AskedAnswers } from "./answers/asked.ts";
import { filterAdvice } from "./answers/filterAdvice.ts";
import { experimentRows, metricKeys, runKeys, selectContext, storeRow } from "./answers/storeAnswers.ts";
import { type FoundConfig, findConfig, NOTHING_SAID } from "./config/findConfig.ts";
import type { Engine, EngineSetup } from "./engine.ts";
import type { GitRunner } from "./git/runner.ts";
import { FileSession, type SessionSetup } from "./indexing/fileSession.ts";
import { noteChanged } from "./indexing/noteChanged.ts";
import type { Session } from "./indexing/session.ts";
import { SqliteSession } from "./indexing/sqliteSession.ts";
import { StoreIndex } from "./indexing/storeIndex.ts";
import type { VerifyDesk } from "./verify/desk.ts";
import type { VerifyRequest } from "./verify/request.ts";
import { Shards } from "./worker/shards.ts";

export interface LocalOptions {
  /** A bundle that serves as reader threads; null reads in this thread alone. */
  readonly shardScript: string | null;
  /** Runs Git; left out where none is to be asked. */
  readonly git?: GitRunner;
  /** Replaces the file calls, for tests that inject faults and latency. */
  readonly calls?: SessionSetup["calls"];
}

const seldom = () => import("./answers/seldom.ts");

/** The engine in this thread. */
export function openEngine(options: LocalOptions = { shardScript: null }): Engine {
  return new LocalEngine(options);
}

class LocalEngine implements Engine {
  readonly #options: LocalOptions;
  readonly #shards: Shards | null;
  /** In the order asked for. */
  #sessions: ReadonlyMap<string, Session> = new Map();
  #goals: readonly SaidGoal[] = [];
  readonly #opening = new WeakMap<Session, Promise<void>>();
  /** Loaded when something is verified first. */
  #desk: Promise<VerifyDesk> | null = null;
  readonly #listeners = new Set<(change: EngineChange) => void>();
  #asked: Promise<AskedAnswers> | null = null;

  constructor(options: LocalOptions) {
    this.#options = options;
    this.#shards = options.shardScript === null ? null : new Shards(options.shardScript);
  }

  /** What is open changes at once, so that a later call finds it so however long an earlier one still reads. */
  async open(setup: EngineSetup): Promise<void> {
    const before = this.#sessions;
    this.#goals = setup.goals ?? [];
    this.#sessions = new Map(
      setup.stores.map((store) => [store.key, before.get(store.key) ?? this.#session(store, setup)]),
    );
    const closing = [...before.values()].filter((session) => !this.#all().includes(session));
    const opening = this.#all().map((session) => this.#opened(session));
    await Promise.all([this.configure(), ...opening, ...closing.map((session) => session.close())]);
    for (const session of this.#all()) session.start();
  }

  #opened(session: Session): Promise<void> {
    const opening = this.#opening.get(session) ?? session.open();
    this.#opening.set(session, opening);
    return opening;
  }

  async configure(): Promise<void> {
    await Promise.all(
      this.#all().map(async ({ index }) => {
        if (!index.setConfig(await findConfig(index.ref), this.#goals)) return;
        const experiments = index.folders.map(({ experiment }) => experiment.folder);
        this.#tell({ store: index.ref.key, storeChanged: true, experiments, runs: [], registryChanged: false });
      }),
    );
  }

  async config(store: string): Promise<FoundConfig> {
    return this.#sessions.get(store)?.index.config ?? NOTHING_SAID;
  }

  async stores() {
    return this.#all().map(({ index }) => storeRow(index));
  }

  async experiments(store: string): Promise<readonly ExperimentRow[]> {
    const session = this.#sessions.get(store);
    return session ? experimentRows(session.index) : [];
  }

  async runs(request: Parameters<Engine["runs"]>[0]) {
    const session = this.#sessions.get(request.store);
    return session ? selectRuns(selectContext(session.index), request) : { total: 0, rows: [] };
  }

  async groups(selection: RunSelection, grouping: "status" | "day") {
    const session = this.#sessions.get(selection.store);
    return session ? groupRuns(selectContext(session.index), selection, grouping) : [];
  }

  async bestRuns(stores: readonly string[], limit: number) {
    const found: { run: RunRow; experiment: ExperimentRow }[] = [];
    for (const session of this.#some(stores)) {
      const context = selectContext(session.index);
      for (const experiment of experimentRows(session.index)) {
        if (experiment.lifecycle === "deleted" || !experiment.primary || experiment.primary.goal === "unknown")
          continue;
        const order = { by: { metric: experiment.primary.key }, descending: experiment.primary.goal === "max" };
        const selection = {
          store: experiment.store,
          experiments: [experiment.folder],
          filter: "",
          lifecycle: "active",
          order,
        } as const;
        const { rows } = selectRuns(context, { ...selection, grouping: "none", offset: 0, limit });
        found.push(...rows.filter(hasFiniteValue).map((run) => ({ run, experiment })));
      }
    }
    return found.sort(byPrimary).slice(0, limit);
  }

  async run(ref: RunRef): Promise<RunView | null> {
    return (await this.#answers()).run(ref);
  }

  async series(...asked: Parameters<Engine["series"]>): Promise<readonly Series[]> {
    return (await this.#answers()).series(...asked);
  }

  async bands(request: BandRequest): Promise<readonly Band[]> {
    return (await this.#answers()).bands(request);
  }

  async ghost(ref: RunRef, key: string): Promise<RunRef | null> {
    return (await this.#answers()).ghost(ref, key);
  }

  async compare(refs: readonly RunRef[], baseline: RunRef | null = null): Promise<Comparison> {
    return (await this.#answers()).compare(refs, baseline);
  }

  async compareFiles(refs: readonly RunRef[]): Promise<ComparedFiles> {
    const { comparedFiles } = await seldom();
    return comparedFiles(refs, (await this.#answers()).artifacts, (store) => this.#sessions.get(store) ?? null);
  }

  async fileContents(files: readonly OwnedFile[]): Promise<FileContents> {
    const { fileContents } = await seldom();
    return fileContents(files, (await this.#answers()).artifacts);
  }

  async compareModels(refs: readonly RunRef[]): Promise<readonly ComparedModel[]> {
    const { modelsCompared } = await seldom();
    return modelsCompared(refs, (await this.#answers()).artifacts, (store) => this.#sessions.get(store) ?? null);
  }

  async compareTables(left: OwnedFile, right: OwnedFile, key: string | null): Promise<TableComparison> {
    const { tablesCompared } = await seldom();
    return tablesCompared([left, right], key, (await this.#answers()).artifacts);
  }

  async exportStore(store: string, most: number): Promise<StoreExport | null> {
    const session = this.#sessions.get(store);
    const { exportStore } = await seldom();
    return session ? exportStore(session.index, most) : null;
  }

  async artifacts(owner: ArtifactOwner, path: string): Promise<ArtifactListing> {
    return (await this.#answers()).artifacts.list(owner, path);
  }

  async artifact(owner: ArtifactOwner, path: string): Promise<LocatedArtifact | null> {
    return (await this.#answers()).artifacts.locate(owner, path);
  }

  async preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview> {
    return (await this.#answers()).artifacts.preview(owner, path);
  }

  async registry(store: string) {
    return this.#sessions.get(store)?.index.contents.registry ?? [];
  }

  async loggedModels(store: string, experiment: string) {
    const models = this.#sessions.get(store)?.index.contents.loggedModels ?? [];
    return models.filter((model) => model.experiment === experiment);
  }

  async traces(store: string, experiment: string) {
    const traces = this.#sessions.get(store)?.index.contents.traces ?? [];
    return traces.filter((trace) => trace.experiment === experiment);
  }

  async problems(store: string): Promise<readonly LocatedProblem[]> {
    return this.#sessions.get(store)?.index.problems() ?? [];
  }

  async metricKeys(store: string, experiments: readonly string[] | null) {
    const session = this.#sessions.get(store);
    return session ? metricKeys(session.index, experiments) : [];
  }

  async keys(store: string, experiments: readonly string[] | null) {
    const session = this.#sessions.get(store);
    return session ? runKeys(session.index, experiments) : NO_KEYS;
  }

  async search<S extends keyof Searches>(store: string, subject: S, request: Searches[S]["request"]) {
    const index =
      (this.#sessions.get(store) ?? null)?.index ?? new StoreIndex({ key: store, kind: "file", base: "", label: "" });
    const { SEARCHES } = await import("./answers/searchAnswers.ts");
    return SEARCHES[subject](index, request);
  }

  async filterAdvice(stores: readonly string[], text: string): Promise<FilterAdvice> {
    return filterAdvice(
      this.#some(stores).map(({ index }) => index),
      text,
    );
  }

  async countRuns(selection: RunSelection) {
    const session = this.#sessions.get(selection.store);
    return session ? matching(selectContext(session.index), selection).length : 0;
  }

  async tableColumns(query: TableQuery) {
    return (await this.#answers()).tables.columns(query);
  }

  async tablePage(request: TableRequest) {
    return (await this.#answers()).tables.page(request);
  }

  async tableRuns(request: TableRequest) {
    return (await this.#answers()).tables.runs(request);
  }

  async runsText(runs: TableRuns, columns: readonly Column[], format: TableFormat) {
    return (await this.#answers()).tables.text(runs, columns, format);
  }

  async trend(request: TrendRequest) {
    return (await this.#answers()).tables.trend(request);
  }

  async find(text: string, limit: number) {
    const found: { run: RunRow; experiment: ExperimentRow; storeLabel: string }[] = [];
    for (const { index } of this.#all()) {
      const selection = {
        store: index.ref.key,
        experiments: null,
        filter: filterOfWords(text),
        lifecycle: "active",
        order: { by: "start", descending: true },
      } as const;
      const { rows } = selectRuns(selectContext(index), {
        ...selection,
        grouping: "none",
        offset: 0,
        limit: limit - found.length,
      });
      const experiments = new Map(rows.length > 0 ? experimentRows(index).map((row) => [row.folder, row]) : []);
      for (const run of rows) {
        const experiment = experiments.get(run.ref.experiment);
        if (experiment) found.push({ run, experiment, storeLabel: index.ref.label });
      }
      if (found.length >= limit) break;
    }
    return found;
  }

  async verifyBetween(base: string, commits: { before: string; after: string }, request: VerifyRequest) {
    const { git } = this.#options;
    return git === undefined ? null : (await this.#verifyDesk()).between(git, base, commits, request);
  }

  async verify(base: string, request: VerifyRequest): Promise<Verification> {
    return (await this.#verifyDesk()).verify(base, request);
  }

  async planMend(base: string, findings: readonly Fixable[], since: number): Promise<MendPlan> {
    const { planMend } = await seldom();
    const stores = this.#all().map(({ index }) => index.ref);
    return planMend(findings, { base, stores, since, git: this.#options.git });
  }

  async applyMend(base: string, plan: MendPlan): Promise<MendOutcome> {
    const { applyMend } = await seldom();
    return applyMend(base, plan);
  }

  async verifyReport(
    base: string,
    request: VerifyRequest,
    folder: string,
    notes: readonly string[] = [],
  ): Promise<string> {
    const { linkedReport } = await import("./verify/linkedReport.ts");
    return linkedReport(await this.verify(base, request), { base, folder, notes });
  }

  async verifyProgress() {
    return (await this.#desk)?.progress ?? null;
  }

  async cancelVerify(): Promise<void> {
    (await this.#desk)?.cancel();
  }

  async verifyChanges(least: Severity): Promise<void> {
    await (await this.#verifyDesk()).follow(least);
  }

  async standing(least: Severity): Promise<StandingFindings> {
    return (await this.#verifyDesk()).stands(least);
  }

  async rulePage(id: string): Promise<string | null> {
    const { rulePageOf } = await import("./verify/linkedReport.ts");
    return rulePageOf(id);
  }

  #verifyDesk(): Promise<VerifyDesk> {
    this.#desk ??= import("./verify/desk.ts").then(
      ({ VerifyDesk }) => new VerifyDesk(() => this.#all(), this.#options.git, this.#shards),
    );
    return this.#desk;
  }

  async editRun(ref: RunRef, edit: RunEdit): Promise<RunEditOutcome> {
    const { editRun } = await seldom();
    return editRun(this.#sessions.get(ref.store) ?? null, ref, edit);
  }

  async undoRunEdit(undo: RunUndo): Promise<RunEditOutcome> {
    const { undoRunEdit } = await seldom();
    return undoRunEdit(this.#sessions.get(undo.ref.store) ?? null, undo);
  }

  noteChanged(paths: readonly string[]): Promise<void> {
    return noteChanged(this.#all(), paths);
  }

  async refresh(): Promise<void> {
    await Promise.all([this.configure(), ...this.#all().map((session) => session.refresh())]);
  }

  async show(experiments: readonly { store: string; experiment: string }[]): Promise<void> {
    for (const [key, session] of this.#sessions) {
      session.show(new Set(experiments.filter(({ store }) => store === key).map(({ experiment }) => experiment)));
    }
  }

  async settled(): Promise<void> {
    await Promise.all(this.#all().map((session) => session.settled()));
  }

  onDidChange(listener: (change: EngineChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    const sessions = this.#all();
    this.#sessions = new Map();
    this.#listeners.clear();
    await Promise.all(sessions.map((session) => session.close()));
    await this.#shards?.close();
  }

  #answers(): Promise<AskedAnswers> {
    this.#asked ??= import("./answers/asked.ts").then(
      ({ AskedAnswers }) => new AskedAnswers((store) => this.#sessions.get(store) ?? null),
    );
    return this.#asked;
  }

  #tell(change: EngineChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  #all(): Session[] {
    return [...this.#sessions.values()];
  }

  #some(stores: readonly string[]): Session[] {
    return stores.flatMap((store) => this.#sessions.get(store) ?? []);
  }

  #session(store: StoreRef, { cacheFolder, watch }: EngineSetup): Session {
    const setup: SessionSetup = {
      cacheFolder,
      watch,
      shards: this.#shards,
      tell: (change) => this.#tell(change),
      calls: this.#options.calls,
    };
    return store.kind === "sqlite" ? new SqliteSession(store, setup) : new FileSession(store, setup);
  }
}

function hasFiniteValue(run: RunRow): boolean {
  return run.primary !== null && Number.isFinite(run.primary.value);
}

/** Values of one metric are compared; those of different metrics are not: experiments with more runs come first then. */
function byPrimary(
  a: { run: RunRow; experiment: ExperimentRow },
  b: { run: RunRow; experiment: ExperimentRow },
): number {
  const left = a.experiment.primary;
  const right = b.experiment.primary;
  if (!left || !right || left.key !== right.key) return b.experiment.runs - a.experiment.runs;
  const valueA = a.run.primary?.value ?? Number.NaN;
  const valueB = b.run.primary?.value ?? Number.NaN;
  if (valueA === valueB) return refKey(a.run.ref) < refKey(b.run.ref) ? -1 : 1;
  return isBetter(valueA, valueB, left.goal) ? -1 : 1;
}
