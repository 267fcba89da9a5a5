import { EventEmitter } from "vscode";
import type { EngineChange } from "../core/model/views.ts";
import type { Engine } from "../engine/engine.ts";
import type { RemoteEngine, WorkerFate } from "../engine/worker/client.ts";
import { GoneError } from "../engine/worker/rpc.ts";
import { Disposable } from "./base/disposable.ts";
import type { Log } from "./base/log.ts";

/** Starts the engine's worker when it is first asked for, and passes its changes on. */
export class EngineHost extends Disposable {
  private readonly connect: () => RemoteEngine;
  private readonly log: Log;
  private connected: Engine | null = null;
  private readonly changed = this.register(new EventEmitter<EngineChange>());
  readonly onDidChange = this.changed.event;
  private readonly died = this.register(new EventEmitter<WorkerFate>());
  /** The worker stopped; the first time it has been started again. */
  readonly onDidDie = this.died.event;

  constructor(connect: () => RemoteEngine, log: Log) {
    super();
    this.connect = connect;
    this.log = log;
  }

  /** Whether anything needed it so far. */
  get started(): boolean {
    return this.connected !== null;
  }

  get engine(): Engine {
    if (this.connected !== null) return this.connected;
    const engine = this.connect();
    this.log.info("worker started");
    const stop = engine.onDidChange((change) => this.changed.fire(change));
    this.register({ dispose: stop });
    const unwatch = engine.onDidDie((fate) => this.die(fate));
    this.register({ dispose: unwatch });
    this.register({ dispose: () => void engine.close().catch(() => undefined) });
    this.connected = engine;
    return engine;
  }

  private die(fate: WorkerFate): void {
    this.log.error(`worker stopped, ${fate.restarted ? "started again" : "stays away"}`, fate.reason);
    this.died.fire(fate);
  }
}

/** A list asked of the engine; empty where the engine stopped meanwhile, which the view says in its own words. */
export function orNothing<T>(list: Promise<T[]>): Promise<T[]> {
  return list.catch((error: unknown) => {
    if (error instanceof GoneError) return [];
    throw error;
  });
}
