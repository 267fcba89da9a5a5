import { commands, EventEmitter, RelativePattern, type Uri, workspace } from "vscode";
import type { StoreRef } from "../../core/model/store.ts";
import { Disposable } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { Context } from "../base/names.ts";
import { settings } from "../base/settings.ts";
import type { SaidGoals } from "../config/saidGoals.ts";
import type { EngineHost } from "../engineHost.ts";
import { type Folder, lookForStores } from "./look.ts";

/** Which stores this workspace has: looks when it opens, when folders or settings change, and when asked. */
export class WorkspaceStores extends Disposable {
  private readonly host: EngineHost;
  private readonly cache: Uri | undefined;
  private readonly goals: SaidGoals;
  private readonly log: Log;
  private readonly changed = this.register(new EventEmitter<void>());
  /** The stores have been looked for again and are open. */
  readonly onDidChange = this.changed.event;

  private refs: readonly StoreRef[] = [];
  private looking = new AbortController();
  private latest: Promise<void> = Promise.resolve();
  private watchers: { dispose(): void }[] = [];

  constructor(host: EngineHost, cache: Uri | undefined, goals: SaidGoals, log: Log) {
    super();
    this.host = host;
    this.cache = cache;
    this.goals = goals;
    this.register(
      goals.onDidChange(() => void this.open().catch((error) => this.log.error("goals were not taken", error))),
    );
    this.log = log;
    this.register(workspace.onDidChangeWorkspaceFolders(() => void this.look()));
    this.register(
      workspace.onDidChangeConfiguration((event) => {
        if (["mlflowRuns.stores", "mlflowRuns.discovery"].some((key) => event.affectsConfiguration(key)))
          void this.look();
      }),
    );
    this.register(workspace.onDidGrantWorkspaceTrust(() => void this.look()));
    // Whoever shows stores asks again, of the engine that was started in the place of the one that stopped.
    this.register(host.onDidDie(({ restarted }) => (restarted ? void this.look() : undefined)));
    this.register({ dispose: () => this.looking.abort() });
    this.register({ dispose: () => this.stopWatching() });
  }

  get all(): readonly StoreRef[] {
    return this.refs;
  }

  /** Resolves when the latest look has ended and what it found is open; also where that look began meanwhile. */
  async ready(): Promise<void> {
    let awaited: Promise<void> | null = null;
    while (awaited !== this.latest) {
      awaited = this.latest;
      await awaited;
    }
  }

  look(): Promise<void> {
    this.looking.abort();
    this.looking = new AbortController();
    const { signal } = this.looking;
    this.latest = this.lookOnce(signal).catch((error) => {
      // A look that a later one overtakes ends early; that is no failure.
      if (!signal.aborted) this.log.error("looking for stores failed", error);
    });
    return this.latest;
  }

  private async lookOnce(signal: AbortSignal): Promise<void> {
    const begun = performance.now();
    const { depth, stores: configured } = settings();
    const refs = await lookForStores(folders(), { depth, configured, signal });
    if (signal.aborted) return;
    this.log.info(`${refs.length} stores found in ${Math.round(performance.now() - begun)} ms`);
    await this.take(refs);
  }

  private async take(refs: readonly StoreRef[]): Promise<void> {
    this.refs = refs;
    void commands.executeCommand("setContext", Context.hasStores, refs.length > 0);
    void commands.executeCommand("setContext", Context.looked, true);
    this.watchRoots();
    if (refs.length > 0 || this.host.started) {
      await this.open();
    }
    this.changed.fire();
  }

  /** Those that are open already stay as they are, and are judged as was said meanwhile. */
  private open(): Promise<void> {
    const cacheFolder = this.cache?.fsPath ?? null;
    return this.host.engine.open({ stores: this.refs, cacheFolder, watch: true, goals: this.goals.all });
  }

  /** A first store appears as a new folder or file of a workspace folder; those are few, so watching is cheap. */
  private watchRoots(): void {
    this.stopWatching();
    this.watchers = (workspace.workspaceFolders ?? []).map((folder) => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, "*"), false, true, false);
      const known = (uri: Uri) => this.refs.some((ref) => ref.key === uri.fsPath);
      watcher.onDidCreate((uri) => (mayBeStore(uri) && !known(uri) ? void this.look() : undefined));
      watcher.onDidDelete((uri) => (known(uri) ? void this.look() : undefined));
      return watcher;
    });
  }

  private stopWatching(): void {
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
  }
}

function mayBeStore(uri: Uri): boolean {
  return /(^|\/)(mlruns|mlflow_runs?|[^/]*\.db)$/.test(uri.path);
}

function folders(): Folder[] {
  return (workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === "file")
    .map(({ name, uri }) => ({ name, path: uri.fsPath }));
}
