import type { ArtifactPreview } from "../core/artifacts/preview.ts";
import type { StoreExport } from "../core/compare/export/exportData.ts";
import type { Band, BandRequest } from "../core/model/bands.ts";
import type { ComparedFiles, FileContents, OwnedFile } from "../core/model/comparedFiles.ts";
import type { ComparedModel } from "../core/model/comparedParts.ts";
import type { FilterAdvice } from "../core/model/filterAdvice.ts";
import type { Severity } from "../core/model/finding.ts";
import type { SaidGoal } from "../core/model/judging.ts";
import type { LoggedModel } from "../core/model/loggedModel.ts";
import type { LocatedProblem } from "../core/model/problem.ts";
import type { RegisteredModel } from "../core/model/registry.ts";
import type { RunRef } from "../core/model/run.ts";
import type { RunEdit, RunEditOutcome, RunUndo } from "../core/model/runEdit.ts";
import type {
  Column,
  ColumnProfile,
  TableFormat,
  TablePage,
  TableQuery,
  TableRequest,
  TableRuns,
} from "../core/model/runsTable.ts";
import type { StoreRef } from "../core/model/store.ts";
import type { TableComparison } from "../core/model/tableDiff.ts";
import type { Trace } from "../core/model/trace.ts";
import type { Trend, TrendRequest } from "../core/model/trend.ts";
import type {
  ArtifactListing,
  ArtifactOwner,
  Comparison,
  EngineChange,
  ExperimentRow,
  LocatedArtifact,
  RunGroup,
  RunKeys,
  RunPage,
  RunRequest,
  RunSelection,
  RunView,
  Series,
  SeriesView,
  StoreRow,
} from "../core/model/views.ts";
import type { SearchAnswer } from "../core/query/search/page.ts";
import type { Searches } from "../core/query/search/searches.ts";
import type { MendOutcome, MendPlan } from "../core/verify/fix/plan.ts";
import type { Fixable } from "../core/verify/fix/wanted.ts";
import type { StandingFindings } from "../core/verify/standing.ts";
import type { Verification } from "../core/verify/verified.ts";
import type { FoundConfig } from "./config/findConfig.ts";
import type { VerifyRequest } from "./verify/request.ts";
import type { VerifiedChange } from "./verify/verifyBetween.ts";

export interface EngineSetup {
  readonly stores: readonly StoreRef[];
  /** Where snapshots of the index are kept; null for none. */
  readonly cacheFolder: string | null;
  /** Whether changes on disk are followed. */
  readonly watch: boolean;
  /** Goals that a person said, which go before those of the repository. */
  readonly goals?: readonly SaidGoal[];
}

/** Opens stores and answers for them; the one thing that every face calls. Every method may be called before a scan ends. */
export interface Engine {
  /** Sets which stores are open; those already open stay as they are. Resolves when their experiments are known. */
  open(setup: EngineSetup): Promise<void>;
  stores(): Promise<readonly StoreRow[]>;
  experiments(store: string): Promise<readonly ExperimentRow[]>;
  runs(request: RunRequest): Promise<RunPage>;
  groups(request: RunSelection, grouping: "status" | "day"): Promise<readonly RunGroup[]>;
  /** The best runs of the primary metric over the stores given, best first. */
  bestRuns(
    stores: readonly string[],
    limit: number,
  ): Promise<readonly { run: RunPage["rows"][number]; experiment: ExperimentRow }[]>;
  /** Null where it is not there any more. */
  run(ref: RunRef): Promise<RunView | null>;
  /** One a run that has the metric; without a view all its points over their steps. */
  series(refs: readonly RunRef[], key: string, maxPoints: number, view?: SeriesView): Promise<readonly Series[]>;
  /** A metric of groups of runs, as lines with bands. */
  bands(request: BandRequest): Promise<readonly Band[]>;
  /** The best finished run to draw behind a live one's metric; null where there is none. */
  ghost(ref: RunRef, key: string): Promise<RunRef | null>;
  /** Runs side by side; the baseline is the first of them where none is named. */
  compare(refs: readonly RunRef[], baseline?: RunRef | null): Promise<Comparison>;
  /** The files of runs by path, up to 50,000 in all. */
  compareFiles(refs: readonly RunRef[]): Promise<ComparedFiles>;
  /** Which of some files hold the same bytes. */
  fileContents(files: readonly OwnedFile[]): Promise<FileContents>;
  /** Signatures, packages and facts of the models that these runs made, side by side; a column a ref. */
  compareModels(refs: readonly RunRef[]): Promise<readonly ComparedModel[]>;
  /** How two artifacts differ as tables, rows matched by `key` where both have that column. */
  compareTables(left: OwnedFile, right: OwnedFile, key: string | null): Promise<TableComparison>;
  /** A store's runs as columns for a file of their own, of so many bytes at most; null where it is not open. */
  exportStore(store: string, most: number): Promise<StoreExport | null>;
  artifacts(owner: ArtifactOwner, path: string): Promise<ArtifactListing>;
  /** Where a file or folder of these artifacts lies, or, for an empty path, all of them; null where it is none of them. */
  artifact(owner: ArtifactOwner, path: string): Promise<LocatedArtifact | null>;
  preview(owner: ArtifactOwner, path: string): Promise<ArtifactPreview>;
  registry(store: string): Promise<readonly RegisteredModel[]>;
  loggedModels(store: string, experiment: string): Promise<readonly LoggedModel[]>;
  traces(store: string, experiment: string): Promise<readonly Trace[]>;
  problems(store: string): Promise<readonly LocatedProblem[]>;
  /** Metric keys of the runs selected, most frequent first. */
  metricKeys(store: string, experiments: readonly string[] | null): Promise<readonly string[]>;
  /** Keys and frequent values of all runs of these experiments (null: of the store), for completion. */
  keys(store: string, experiments: readonly string[] | null): Promise<RunKeys>;
  /**
   * Searches a store as MLflow does, for those who speak its language: filters, orderings, pages, and what is refused. An
   * unknown store holds nothing.
   */
  search<S extends keyof Searches>(
    store: string,
    subject: S,
    request: Searches[S]["request"],
  ): Promise<SearchAnswer<Searches[S]["item"]>>;
  /** What the filter box of the tree can say of its text, over the stores given. */
  filterAdvice(stores: readonly string[], text: string): Promise<FilterAdvice>;
  /** How many runs a selection holds, without listing them; none where its filter is not understood. */
  countRuns(selection: RunSelection): Promise<number>;
  /** Every column that the runs of a table have, in short. */
  tableColumns(query: TableQuery): Promise<readonly ColumnProfile[]>;
  /** The lines of a table that are on screen. */
  tablePage(request: TableRequest): Promise<TablePage>;
  /** The runs of its lines `[offset, offset + limit)`, all runs of closed groups among them; at most 100,000. */
  tableRuns(request: TableRequest): Promise<readonly RunRef[]>;
  /** Runs as text, the columns in their order; fails where it would be more than 200 million characters. */
  runsText(runs: TableRuns, columns: readonly Column[], format: TableFormat): Promise<string>;
  /** A metric of the runs of a table over their start; of more than 20,000 runs the newest. */
  trend(request: TrendRequest): Promise<Trend>;
  /** Runs whose ids, names or labels hold the text, over all stores. */
  find(
    text: string,
    limit: number,
  ): Promise<readonly { run: RunPage["rows"][number]; experiment: ExperimentRow; storeLabel: string }[]>;
  /** What the repository of a store says in its config. */
  config(store: string): Promise<FoundConfig>;
  /** Reads the configs again; tells where what they say of metrics changed. */
  configure(): Promise<void>;
  /** Verifies the open stores; places are relative to `base`. One verification at a time. */
  verify(base: string, request: VerifyRequest): Promise<Verification>;
  /**
   * Verifies only what changed between two commits, hashes of 7 to 64 hex digits, as it lies on disk now; see
   * `verifyBetween`. Null where Git is not to be asked or no open store lies in a repository that has both.
   */
  verifyBetween(
    base: string,
    commits: { readonly before: string; readonly after: string },
    request: VerifyRequest,
  ): Promise<VerifiedChange | null>;
  /**
   * What mending findings would do, by the files as they are now; nothing is written. `base` is the folder they were
   * verified in, `since` when that began, in milliseconds.
   */
  planMend(base: string, findings: readonly Fixable[], since: number): Promise<MendPlan>;
  /** Does what was planned; a file that changed since is left alone. */
  applyMend(base: string, plan: MendPlan): Promise<MendOutcome>;
  /** A verification as a report in Markdown, whose links lead from the folder given to the files; it says the notes too. */
  verifyReport(base: string, request: VerifyRequest, folder: string, notes?: readonly string[]): Promise<string>;
  /** How many runs of the store being verified were looked at; null where none is. */
  verifyProgress(): Promise<{ readonly done: number; readonly total: number } | null>;
  /** Ends the verification under way, whose answer then says that it was interrupted. */
  cancelVerify(): Promise<void>;
  /**
   * Verifies what changed on disk since it was last verified, for the target that was last asked for; the first time of a
   * store, what could not be read as it stands. A later call ends an earlier one, and goes on with what that left.
   */
  verifyChanges(least: Severity): Promise<void>;
  /** What was found and still holds, as bad as asked; nothing before anything was verified. */
  standing(least: Severity): Promise<StandingFindings>;
  /** What a rule means and how to mend what it finds, in Markdown; null where there is no such rule. */
  rulePage(id: string): Promise<string | null>;
  /** Changes a run's name or tags on disk, as MLflow would, or says why not. */
  editRun(ref: RunRef, edit: RunEdit): Promise<RunEditOutcome>;
  undoRunEdit(undo: RunUndo): Promise<RunEditOutcome>;
  /** These files may have changed, whether or not they are followed: what they belong to is read again. */
  noteChanged(paths: readonly string[]): Promise<void>;
  /** Reads everything again that differs from disk. */
  refresh(): Promise<void>;
  /** Which experiments are shown (polled and read first). */
  show(experiments: readonly { store: string; experiment: string }[]): Promise<void>;
  /** Resolves when every store is read and compared with the disk. */
  settled(): Promise<void>;
  onDidChange(listener: (change: EngineChange) => void): () => void;
  close(): Promise<void>;
}
