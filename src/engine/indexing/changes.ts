import type { RunRef } from "../../core/model/run.ts";
import type { EngineChange } from "../../core/model/views.ts";

/** Runs named singly in one change; of more only the experiments are named. */
const RUNS_NAMED = 50;

/** Gathers what changed in a store and tells it in bursts: at once when it was quiet, else `pauseMs` after the last time. */
export class Changes {
  readonly #store: string;
  readonly #tell: (change: EngineChange) => void;
  readonly #pauseMs: number;
  #storeChanged = false;
  #registryChanged = false;
  readonly #experiments = new Set<string>();
  #runs: RunRef[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(store: string, tell: (change: EngineChange) => void, pauseMs = 100) {
    this.#store = store;
    this.#tell = tell;
    this.#pauseMs = pauseMs;
  }

  store(): void {
    this.#storeChanged = true;
    this.#schedule();
  }

  registry(): void {
    this.#registryChanged = true;
    this.#schedule();
  }

  experiment(folder: string): void {
    this.#experiments.add(folder);
    this.#schedule();
  }

  run(experiment: string, run: string): void {
    this.#experiments.add(experiment);
    this.#runs.push({ store: this.#store, experiment, run });
    this.#schedule();
  }

  /** Something is complete: what is due is told without waiting for the pause to end. */
  now(): void {
    this.#flush();
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#timer) return;
    // What follows within the same turn goes out together; what follows within the pause waits for its end.
    queueMicrotask(() => this.#flush());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isDue()) this.#schedule();
    }, this.#pauseMs);
    this.#timer.unref();
  }

  #isDue(): boolean {
    return this.#storeChanged || this.#registryChanged || this.#experiments.size > 0;
  }

  #flush(): void {
    if (!this.#isDue()) return;
    const change: EngineChange = {
      store: this.#store,
      storeChanged: this.#storeChanged,
      experiments: [...this.#experiments],
      runs: this.#runs.length > RUNS_NAMED ? [] : this.#runs,
      registryChanged: this.#registryChanged,
    };
    this.#storeChanged = false;
    this.#registryChanged = false;
    this.#experiments.clear();
    this.#runs = [];
    this.#tell(change);
  }
}
