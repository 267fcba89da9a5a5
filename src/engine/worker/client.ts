import { Worker } from "node:worker_threads";
import type { EngineChange } from "../../core/model/views.ts";
import type { Engine, EngineSetup } from "../engine.ts";
import { GitService } from "../git/remote.ts";
import type { GitRunner } from "../git/runner.ts";
import { ENGINE_METHODS } from "./engineMethods.ts";
import { Caller, serve } from "./rpc.ts";

/** What befell the worker: it died and was started again, or died again and stays away. */
export type WorkerFate = { readonly restarted: boolean; readonly reason: string };

/** An engine in a worker thread of its own, started at the first call. */
export interface RemoteEngine extends Engine {
  onDidDie(listener: (fate: WorkerFate) => void): () => void;
}

/**
 * `script`: the engine's bundle. A worker that dies is started again once, with the stores it had. `git` runs Git for it,
 * because a worker's own processes would outlive it; null where Git may not be run.
 */
export function connectEngine(script: string, git: () => GitRunner | null = () => null): RemoteEngine {
  const client = new Client(script, git);
  const methods = Object.fromEntries(
    ENGINE_METHODS.map((name) => [name, (...args: unknown[]) => client.call(name, args)]),
  );
  return {
    ...methods,
    onDidChange: (listener: (change: EngineChange) => void) => client.changes.add(listener),
    onDidDie: (listener: (fate: WorkerFate) => void) => client.deaths.add(listener),
    close: () => client.close(),
  } as unknown as RemoteEngine;
}

class Listeners<T> {
  readonly #listeners = new Set<(event: T) => void>();

  add(listener: (event: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: T): void {
    for (const listener of this.#listeners) listener(event);
  }
}

class Client {
  readonly changes = new Listeners<EngineChange>();
  readonly deaths = new Listeners<WorkerFate>();
  readonly #script: string;
  readonly #git: GitService;
  #worker: Worker | null = null;
  #caller: Caller | null = null;
  #setup: EngineSetup | null = null;
  #mayRestart = true;
  #isClosed = false;

  constructor(script: string, git: () => GitRunner | null) {
    this.#script = script;
    this.#git = new GitService(git);
  }

  call(method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error("the engine is closed"));
    if (method === "open") this.#setup = args[0] as EngineSetup;
    this.#caller ??= this.#start();
    return this.#caller.call(method, args);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    await this.#caller?.call("close", []).catch(() => {});
    await worker.terminate();
  }

  #start(): Caller {
    const worker = new Worker(this.#script);
    const caller = new Caller(worker);
    serve(worker, {
      runGit: (...args: Parameters<GitService["run"]>) => this.#git.run(...args),
      cancelGit: (call: number) => this.#git.cancel(call),
    });
    caller.onEvent = (event) => this.changes.tell(event as EngineChange);
    let reason = "it ended";
    worker.on("error", (error) => {
      reason = error.message;
    });
    worker.on("exit", () => this.#died(caller, reason));
    this.#worker = worker;
    return caller;
  }

  #died(caller: Caller, reason: string): void {
    caller.abandon(`the reader of stores stopped: ${reason}`);
    if (this.#isClosed) return;
    const restarted = this.#mayRestart;
    this.#mayRestart = false;
    this.#worker = null;
    if (restarted) {
      this.#caller = this.#start();
      if (this.#setup) void this.#caller.call("open", [this.#setup]).catch(() => {});
    }
    this.deaths.tell({ restarted, reason });
  }
}
