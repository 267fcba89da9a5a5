import { type FSWatcher, promises as fs, watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type RunStamp, scanStamp } from "../../core/files/stamp.ts";
import type { StoreRef } from "../../core/model/store.ts";
import type { Driver } from "../disk/driver.ts";
import type { Chunk } from "./tasks.ts";

/** What a change on disk asks for. */
export interface WatchTargets {
  runs(experiment: string, runs: readonly string[]): void;
  experiments(): void;
  /** A merge, a checkout or a commit. */
  headMoved(): void;
  /** The digest that a run had when it was last read; NaN where it was not. */
  digest(experiment: string, run: string): number;
}

/** Every so often the folders followed are looked at, whatever the system's own events say: shares send none. */
const POLL_MS = 2000;
/** Events of one burst are taken together: its first few at once, then what came since every so often. */
const FIRST_MS = 4;
const BURST_MS = 40;
/** Runs of a shown experiment are polled up to here; of larger ones only those that are live or open. */
const POLLED_RUNS = 100;
/** Live and opened runs followed by events, the newest asked for first. */
const FOLLOWED_RUNS = 32;
const RUN_FOLDERS = ["", "metrics", "params", "tags"];

/** Follows a file store: its root, the experiments shown, live runs and opened ones, and the repository's HEAD. */
export class FileWatch {
  readonly #store: StoreRef;
  readonly #targets: WatchTargets;
  readonly #driver: Driver;
  readonly #watchers = new Map<string, FSWatcher>();
  #polled: Chunk[] = [];
  #opened: { experiment: string; run: string }[] = [];
  #live: Chunk[] = [];
  #shown: readonly Chunk[] = [];
  readonly #stamps = new Map<string, number>();
  readonly #burst = new Map<string, Set<string>>();
  #burstTimer: NodeJS.Timeout | null = null;
  /** When a burst was last handed on. */
  #flushed = Number.NEGATIVE_INFINITY;
  #pollTimer: NodeJS.Timeout | null = null;
  #isStarted = false;
  #isDisposed = false;

  constructor(store: StoreRef, driver: Driver, targets: WatchTargets) {
    this.#store = store;
    this.#targets = targets;
    this.#driver = driver;
  }

  /** Remembers where HEAD stands, before files are compared: a move from now on is seen by the first poll. */
  prepare(): Promise<void> {
    return this.#lookAtHead();
  }

  start(): void {
    if (this.#isDisposed || this.#isStarted) return;
    this.#isStarted = true;
    this.#refollow();
    // Whatever came since the folders were last listed.
    this.#noteExperiments();
    void this.#poll();
  }

  /** Sets the experiments that are shown and the runs that are going on. */
  follow(shown: readonly Chunk[], live: readonly Chunk[]): void {
    this.#shown = shown;
    this.#live = [...live];
    if (this.#isStarted) this.#refollow();
  }

  /** A run somebody looks at. */
  followRun(experiment: string, run: string): void {
    this.followRuns(experiment, [run]);
  }

  /** The same of several: of more than are followed, the first. */
  followRuns(experiment: string, runs: readonly string[]): void {
    const opened = new Set(runs);
    this.#opened = [...runs.map((run) => ({ experiment, run })), ...this.#opened.filter(({ run }) => !opened.has(run))];
    this.#opened = this.#opened.slice(0, FOLLOWED_RUNS);
    if (this.#isStarted) this.#refollow();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#isStarted = false;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    if (this.#burstTimer) clearTimeout(this.#burstTimer);
    if (this.#pollTimer) clearTimeout(this.#pollTimer);
  }

  #refollow(): void {
    const runs = this.#opened
      .concat(this.#live.flatMap(({ experiment, runs: live }) => live.map((run) => ({ experiment, run }))))
      .slice(0, FOLLOWED_RUNS);
    const wanted = new Map<string, () => void>([
      ["", () => this.#noteExperiments()],
      [".trash", () => this.#noteExperiments()],
    ]);
    for (const { experiment } of this.#shown) wanted.set(experiment, () => this.#noteExperiments());
    for (const { experiment, run } of runs) {
      for (const folder of RUN_FOLDERS) wanted.set(join(experiment, run, folder), () => this.#noteRun(experiment, run));
    }
    for (const [path, watcher] of this.#watchers) {
      if (wanted.has(path)) continue;
      watcher.close();
      this.#watchers.delete(path);
    }
    for (const [path, note] of wanted) this.#watchFolder(path, note);
    const small = this.#shown.filter((chunk) => chunk.runs.length <= POLLED_RUNS);
    this.#polled = [...small, ...runs.map(({ experiment, run }) => ({ experiment, runs: [run] }))];
  }

  /** The system's own events; a folder that is not there, or a system out of watches, is left to the poll. */
  #watchFolder(path: string, note: () => void): void {
    if (this.#watchers.has(path) || this.#isDisposed) return;
    try {
      const watcher = watch(join(this.#store.key, path), { persistent: false }, note);
      watcher.on("error", () => {
        watcher.close();
        this.#watchers.delete(path);
      });
      this.#watchers.set(path, watcher);
    } catch {
      // The poll sees it.
    }
  }

  #noteExperiments(): void {
    this.#note("", "");
  }

  #noteRun(experiment: string, run: string): void {
    this.#note(experiment, run);
  }

  #note(experiment: string, run: string): void {
    const runs = this.#burst.get(experiment);
    if (runs) runs.add(run);
    else this.#burst.set(experiment, new Set([run]));
    const wait = Math.max(FIRST_MS, this.#flushed + BURST_MS - performance.now());
    this.#burstTimer ??= setTimeout(() => this.#flush(), wait);
    this.#burstTimer.unref();
  }

  #flush(): void {
    this.#burstTimer = null;
    this.#flushed = performance.now();
    const burst = new Map(this.#burst);
    this.#burst.clear();
    for (const [experiment, runs] of burst) {
      if (experiment === "") this.#targets.experiments();
      else this.#targets.runs(experiment, [...runs]);
    }
  }

  async #poll(): Promise<void> {
    if (this.#isDisposed) return;
    await this.#lookAtFolders();
    await this.#lookAtRuns();
    await this.#lookAtHead();
    if (this.#isDisposed) return;
    this.#pollTimer = setTimeout(() => void this.#poll(), POLL_MS);
    this.#pollTimer.unref();
  }

  async #lookAtFolders(): Promise<void> {
    for (const folder of ["", ".trash", ...this.#shown.map(({ experiment }) => experiment)]) {
      if (await this.#hasChanged(join(this.#store.key, folder))) this.#noteExperiments();
    }
  }

  async #lookAtRuns(): Promise<void> {
    for (const { experiment, runs } of this.#polled) {
      for (const run of runs) {
        const stamp: RunStamp | null = await this.#driver.run(scanStamp(experiment, run));
        const digest = stamp?.digest ?? Number.NaN;
        if (!Object.is(digest, this.#targets.digest(experiment, run))) this.#noteRun(experiment, run);
      }
    }
  }

  async #lookAtHead(): Promise<void> {
    const git = await gitFolder(this.#store.key);
    if (!git) return;
    const changed = await Promise.all(["HEAD", "logs/HEAD"].map((name) => this.#hasChanged(join(git, name))));
    if (changed.includes(true)) this.#targets.headMoved();
  }

  async #hasChanged(path: string): Promise<boolean> {
    const stat = await fs.lstat(path).catch(() => null);
    return this.#differs(path, stat?.mtimeMs ?? Number.NaN);
  }

  /** Whether a number is another than when last asked; the first is only remembered. */
  #differs(key: string, value: number): boolean {
    const known = this.#stamps.get(key);
    this.#stamps.set(key, value);
    return known !== undefined && !Object.is(known, value);
  }
}

/** The folder in which Git keeps the HEAD of the working tree around a path. */
async function gitFolder(from: string): Promise<string | null> {
  for (let folder = from; ; folder = dirname(folder)) {
    const git = join(folder, ".git");
    const stat = await fs.lstat(git).catch(() => null);
    if (stat?.isDirectory()) return git;
    // Of a further working tree and of a submodule it is a file that says where.
    if (stat?.isFile() && stat.size < 4096) {
      const named = /^gitdir: (.+)$/m.exec(await fs.readFile(git, "utf8").catch(() => ""))?.[1];
      return named === undefined ? null : resolve(folder, named.trimEnd());
    }
    if (folder === dirname(folder)) return null;
  }
}
