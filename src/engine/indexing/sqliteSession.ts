import { promises as fs } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { PointSink } from "../../core/files/metricPoints.ts";
import type { MetricHistory } from "../../core/model/metric.ts";
import type { RunRecord } from "../../core/model/run.ts";
import type { StoreRef } from "../../core/model/store.ts";
import { openSqliteReader, type SqliteReader } from "../sqlite/reader.ts";
import { Changes } from "./changes.ts";
import type { SessionSetup } from "./fileSession.ts";
import type { Session } from "./session.ts";
import { StoreIndex } from "./storeIndex.ts";
import { problemsOf } from "./tasks.ts";
import { Touched } from "./touched.ts";
import { WorkQueue } from "./workQueue.ts";

const POLL_MS = 2000;

/** A database: read as a whole, and again when its file changes. */
export class SqliteSession implements Session {
  readonly index: StoreIndex;
  readonly touched = new Touched();
  readonly #reader: SqliteReader;
  readonly #changes: Changes;
  readonly #follow: boolean;
  readonly #work = new WorkQueue((error) => this.#fail(error));
  #isStarted = false;
  #state = "";
  #timer: NodeJS.Timeout | null = null;

  constructor(ref: StoreRef, setup: SessionSetup) {
    this.index = new StoreIndex(ref);
    this.#reader = openSqliteReader(ref);
    this.#changes = new Changes(ref.key, setup.tell);
    this.#follow = setup.watch;
  }

  async open(): Promise<void> {
    this.#state = await fileState(this.index.ref.key);
    await this.#readExperiments();
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    void this.#work.add(async () => {
      // Whoever was told of the experiments asks first.
      await nextTurn();
      await this.#readRuns();
      this.#poll();
    });
  }

  settled(): Promise<void> {
    return this.#work.settled();
  }

  refresh(): Promise<void> {
    return this.#work.add(() => this.#readAgain());
  }

  show(): void {
    // A database answers for all its experiments at once.
  }

  async detail(experiment: string, run: string): Promise<RunRecord | null> {
    for await (const [detail] of this.#reader.details(experiment, [run])) return detail ?? null;
    return null;
  }

  async records(experiment: string, runs: readonly string[]): Promise<readonly RunRecord[]> {
    const found: RunRecord[] = [];
    for await (const batch of this.#reader.records(experiment, runs)) found.push(...batch);
    return found;
  }

  history(experiment: string, run: string, keys: readonly string[]): Promise<readonly MetricHistory[]> {
    return this.#reader.history(experiment, run, keys);
  }

  points(experiment: string, run: string, keys: readonly string[], sinkOf: (key: string) => PointSink): Promise<void> {
    return this.#reader.points(experiment, run, keys, sinkOf);
  }

  reread(): Promise<void> {
    return this.refresh();
  }

  async close(): Promise<void> {
    this.#work.close();
    if (this.#timer) clearTimeout(this.#timer);
    this.#changes.dispose();
    await this.#work.settled();
    await this.#reader.close();
  }

  #fail(error: unknown): void {
    this.index.error = error instanceof Error ? error.message : String(error);
    this.#changes.store();
  }

  async #readExperiments(): Promise<void> {
    try {
      const { experiments, problems } = await this.#reader.experiments();
      this.index.error = null;
      this.index.asOf = this.#reader.asOf;
      for (const folder of this.index.setFolders(experiments, problems)) this.#changes.experiment(folder);
      this.#changes.store();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #readRuns(): Promise<void> {
    if (this.index.error !== null) return;
    for (const { experiment, runs } of this.index.folders) {
      for await (const records of this.#reader.records(experiment.folder, runs)) {
        if (this.#work.isClosed) return;
        const read = records.map((record) => record.info.folder);
        const chunk = { experiment: experiment.folder, runs: read };
        this.index.take({ found: records, problems: problemsOf(records) }, chunk);
      }
      this.#changes.experiment(experiment.folder);
    }
    const { contents, problems } = await this.#reader.contents(this.index.folders);
    this.index.contents = contents;
    this.index.contentProblems = problems;
    this.#changes.registry();
  }

  async #readAgain(): Promise<void> {
    this.#state = await fileState(this.index.ref.key);
    this.touched.addAll();
    // It may be another commit's now.
    this.touched.headMoves++;
    await this.#readExperiments();
    await this.#readRuns();
  }

  #poll(): void {
    if (!this.#follow || this.#work.isClosed) return;
    this.#timer = setTimeout(async () => {
      if ((await fileState(this.index.ref.key)) !== this.#state) await this.refresh();
      this.#poll();
    }, POLL_MS);
    this.#timer.unref();
  }
}

/** Size and time of the database and of what a writer keeps beside it. */
async function fileState(path: string): Promise<string> {
  const parts = await Promise.all(
    ["", "-wal", "-journal"].map(async (suffix) => {
      const found = await fs.stat(path + suffix).catch(() => null);
      return found ? `${found.size}:${found.mtimeMs}` : "";
    }),
  );
  return parts.join(" ");
}
