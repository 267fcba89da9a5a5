import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { PointSink } from "../../core/files/metricPoints.ts";
import type { MetricHistory } from "../../core/model/metric.ts";
import type { RunRecord } from "../../core/model/run.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { EngineChange } from "../../core/model/views.ts";
import { Driver, type DriverCalls } from "../disk/driver.ts";
import { fileReader } from "../disk/reader.ts";
import type { StoreReader } from "../reader.ts";
import type { Shards } from "../worker/shards.ts";
import { Changes } from "./changes.ts";
import { ChunkQueue } from "./chunks.ts";
import { FileWatch } from "./fileWatch.ts";
import type { Session } from "./session.ts";
import { SnapshotFile } from "./snapshotFile.ts";
import { Spread } from "./spread.ts";
import { StoreIndex } from "./storeIndex.ts";
import { type Chunk, type ChunkReader, chunkReader } from "./tasks.ts";
import { Touched } from "./touched.ts";
import { WorkQueue } from "./workQueue.ts";

/** Times of files are this coarse on some disks, in milliseconds: a file changed so shortly before it was read is read again. */
const COARSE_TIME = 2000;

/** How long work in the background waits for those who were told that something is complete. */
const POLITE_MS = 20;

export interface SessionSetup {
  readonly cacheFolder: string | null;
  readonly watch: boolean;
  readonly shards: Shards | null;
  readonly tell: (change: EngineChange) => void;
  /** Replaces the file calls, for tests that inject faults and latency. */
  readonly calls?: DriverCalls | undefined;
}

/** A file store: read once, kept in a snapshot, compared with the disk in the background, followed as it changes. */
export class FileSession implements Session {
  readonly index: StoreIndex;
  readonly touched = new Touched();
  readonly #reader: StoreReader;
  readonly #local: ChunkReader;
  readonly #spread: Spread;
  readonly #changes: Changes;
  readonly #snapshot: SnapshotFile | null;
  readonly #watch: FileWatch | null;
  #shown: ReadonlySet<string> = new Set();
  readonly #work = new WorkQueue((error) => this.#fail(error));
  #isStarted = false;
  /** When the runs of the table were read, for those never compared since. */
  #readAt = 0;

  constructor(ref: StoreRef, setup: SessionSetup) {
    this.index = new StoreIndex(ref);
    const driver = new Driver(ref.key, setup.calls);
    this.#reader = fileReader(ref, driver);
    this.#local = chunkReader(ref, driver);
    this.#spread = new Spread(ref, this.#local, setup.shards);
    this.#changes = new Changes(ref.key, setup.tell);
    this.#snapshot = setup.cacheFolder === null ? null : new SnapshotFile(setup.cacheFolder, ref.key);
    this.#watch = setup.watch
      ? new FileWatch(ref, driver, {
          runs: (experiment, runs) => this.#work.add(() => this.#reread([{ experiment, runs }], true)),
          experiments: () => this.#work.add(() => this.#readExperiments()),
          headMoved: () => this.#work.add(() => this.#compareAtHead()),
          digest: (experiment, run) => this.#digest(experiment, run),
        })
      : null;
  }

  open(): Promise<void> {
    return this.#readExperiments();
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    this.#work.add(async () => {
      // Whoever was told of the experiments asks first.
      await nextTurn();
      await this.#begin();
    });
  }

  settled(): Promise<void> {
    return this.#work.settled();
  }

  refresh(): Promise<void> {
    return this.#work.add(() => this.#compare());
  }

  show(experiments: ReadonlySet<string>): void {
    this.#shown = experiments;
    this.#followShown();
  }

  async detail(experiment: string, run: string): Promise<RunRecord | null> {
    this.#watch?.followRun(experiment, run);
    for await (const [record] of this.#reader.records(experiment, [run])) return record ?? null;
    return null;
  }

  async records(experiment: string, runs: readonly string[]): Promise<readonly RunRecord[]> {
    this.#watch?.followRuns(experiment, runs);
    const found: RunRecord[] = [];
    for await (const batch of this.#reader.records(experiment, runs)) found.push(...batch);
    return found;
  }

  history(experiment: string, run: string, keys: readonly string[]): Promise<readonly MetricHistory[]> {
    this.#watch?.followRun(experiment, run);
    return this.#reader.history(experiment, run, keys);
  }

  points(experiment: string, run: string, keys: readonly string[], sinkOf: (key: string) => PointSink): Promise<void> {
    this.#watch?.followRun(experiment, run);
    return this.#reader.points(experiment, run, keys, sinkOf);
  }

  reread(experiment: string, run: string): Promise<void> {
    return this.#work.add(() => this.#reread([{ experiment, runs: [run] }], false));
  }

  async close(): Promise<void> {
    this.#work.close();
    this.#spread.close();
    this.#watch?.dispose();
    this.#changes.dispose();
    await this.#work.settled();
    await this.#reader.close();
  }

  #fail(error: unknown): void {
    this.index.error = `The store could not be read to its end: ${error instanceof Error ? error.message : String(error)}`;
    this.#changes.store();
  }

  async #begin(): Promise<void> {
    await this.#restore();
    this.#readAt = Date.now();
    await this.#readRuns(this.index.missing());
    // Whoever was told that all is read asks now; comparing comes after.
    await pause(POLITE_MS);
    await this.#readContents();
    await this.#watch?.prepare();
    await this.#compareRuns();
    this.#watch?.start();
    this.#followShown();
    await this.#prepareSearch();
  }

  /** Before anybody filters, and while nothing else waits. */
  async #prepareSearch(): Promise<void> {
    for (const _ of this.index.search.prepare()) {
      if (this.#work.isClosed) return;
      await nextTurn();
    }
  }

  async #readExperiments(): Promise<void> {
    const { experiments, problems } = await this.#reader.experiments();
    const isFirst = this.index.folders.length === 0;
    const changed = this.index.setFolders(experiments, problems);
    if (isFirst || changed.length > 0) this.#changes.store();
    for (const folder of changed) this.#changes.experiment(folder);
    if (!isFirst && changed.length > 0) this.#work.add(() => this.#readNew(changed));
  }

  /** Shows what was known last time; runs that were going on then are read again first. */
  async #restore(): Promise<void> {
    const known = await this.#snapshot?.read();
    if (!known) return;
    this.index.restore(known.part);
    for (const [experiment, run, problems] of known.about.problems)
      this.index.runProblems.set(experiment, run, problems);
    this.index.setFolders(this.index.folders, this.index.structureProblems);
    for (const { experiment } of this.index.folders) this.#changes.experiment(experiment.folder);
    await this.#reread(this.#running(), false);
  }

  #running(): Chunk[] {
    const { table } = this.index;
    return this.index.folders
      .map(({ experiment }) => ({
        experiment: experiment.folder,
        runs: this.index.overviews
          .rowsOf(experiment.folder)
          .filter(
            (row) => table.rows.status.at(row) === 0 && Number.isNaN(table.rows.end.at(row)) && !table.isDeleted(row),
          )
          .map((row) => table.strings.text(table.rows.folder.at(row))),
      }))
      .filter(({ runs }) => runs.length > 0);
  }

  async #readContents(): Promise<void> {
    const { contents, problems } = await this.#reader.contents(this.index.folders);
    const before = JSON.stringify(this.index.contents);
    this.index.contents = contents;
    this.index.contentProblems = problems;
    if (before !== JSON.stringify(contents)) this.#changes.registry();
  }

  async #readRuns(work: readonly Chunk[]): Promise<void> {
    await this.#spread.run(this.#queue(work), async (reader, chunk) => {
      await this.#read(reader, chunk);
      this.#changes.experiment(chunk.experiment);
    });
    this.#changes.now();
  }

  /** Runs that came while we watched. */
  async #readNew(experiments: readonly string[]): Promise<void> {
    for (const experiment of experiments) this.touched.add(experiment, []);
    const missing = this.index.missing();
    for (const { experiment, runs } of missing) this.touched.add(experiment, runs);
    await this.#readRuns(missing);
  }

  async #compare(): Promise<void> {
    await this.#readExperiments();
    await this.#readContents();
    await this.#compareRuns();
  }

  /** A checkout or merge may change any run, and a commit says who changed it: whoever verifies is told in any case. */
  async #compareAtHead(): Promise<void> {
    await this.#compare();
    this.touched.headMoves++;
    this.#changes.store();
  }

  /** Compares every file's size and time with what was read, and reads the runs that differ. */
  async #compareRuns(): Promise<void> {
    const work = this.index.folders.map(({ experiment, runs }) => ({ experiment: experiment.folder, runs }));
    await this.#spread.run(this.#queue(work), (reader, chunk) => this.#compareChunk(reader, chunk));
    if (!this.#work.isClosed) await this.#save();
  }

  #queue(work: readonly Chunk[]): ChunkQueue {
    return new ChunkQueue(work, this.#shown);
  }

  async #compareChunk(reader: ChunkReader, chunk: Chunk): Promise<void> {
    const { digests, newest } = await reader.stamp(chunk);
    const { index } = this;
    const stale: number[] = [];
    chunk.runs.forEach((run, i) => {
      const row = index.table.rowOf(chunk.experiment, run);
      const digest = digests[i] ?? Number.NaN;
      if (Number.isNaN(digest)) this.#gone(chunk.experiment, run);
      else if (row < 0 || !this.#isSame(row, digest, newest[i] ?? 0)) stale.push(i);
    });
    if (stale.length === 0) return;
    const runs = stale.map((i) => chunk.runs[i] ?? "");
    this.touched.add(chunk.experiment, runs);
    await this.#read(reader, { experiment: chunk.experiment, runs });
    // Stamped before it was read: whatever changes from now on will differ from this digest.
    for (const i of stale) this.#setDigest(chunk.experiment, chunk.runs[i] ?? "", digests[i] ?? Number.NaN);
    for (const i of stale) this.#changes.run(chunk.experiment, chunk.runs[i] ?? "");
  }

  #gone(experiment: string, run: string): void {
    if (this.index.table.rowOf(experiment, run) >= 0) this.touched.add(experiment, [run]);
    this.index.drop(experiment, run);
  }

  /** Whether a row still says what its files say. A row read but never compared is good if its files are older. */
  #isSame(row: number, digest: number, newest: number): boolean {
    const { digest: known } = this.index.table.rows;
    if (known.at(row) === digest) return true;
    if (!Number.isNaN(known.at(row)) || newest >= this.#readAt - COARSE_TIME) return false;
    known.data[row] = digest;
    return true;
  }

  #setDigest(experiment: string, run: string, digest: number): void {
    const row = this.index.table.rowOf(experiment, run);
    if (row >= 0) this.index.table.rows.digest.data[row] = digest;
  }

  #digest(experiment: string, run: string): number {
    const row = this.index.table.rowOf(experiment, run);
    return row < 0 ? Number.NaN : this.index.table.rows.digest.at(row);
  }

  async #read(reader: ChunkReader, chunk: Chunk): Promise<void> {
    const read = await reader.read(chunk);
    if (!this.#work.isClosed) this.index.take(read, chunk);
  }

  /** Reads single runs again; `seen`: because their files were seen to change. */
  async #reread(work: readonly Chunk[], seen: boolean): Promise<void> {
    for (const { experiment, runs } of work) {
      this.touched.add(experiment, runs);
      const { digests } = await this.#local.stamp({ experiment, runs });
      const there = runs.filter((_, i) => !Number.isNaN(digests[i]));
      await this.#read(this.#local, { experiment, runs: there });
      for (const [i, run] of runs.entries()) {
        if (!there.includes(run)) this.index.drop(experiment, run);
        this.#setDigest(experiment, run, digests[i] ?? Number.NaN);
        if (seen) this.index.changed.set(`${experiment}/${run}`, Date.now());
        this.#changes.run(experiment, run);
      }
    }
    this.#followShown();
  }

  async #save(): Promise<void> {
    const { table, runProblems } = this.index;
    // A cache folder that cannot be written costs time at the next start, nothing else.
    await this.#snapshot?.write(table, [...runProblems.all()]).catch(() => {});
  }

  #followShown(): void {
    const live = this.#running().map(({ experiment, runs }) => ({ experiment, runs }));
    const shown = this.index.folders
      .filter(({ experiment }) => this.#shown.has(experiment.folder))
      .map(({ experiment, runs }) => ({ experiment: experiment.folder, runs }));
    this.#watch?.follow(shown, live);
  }
}
