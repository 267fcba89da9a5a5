import { sep } from "node:path";
import { EventEmitter, workspace } from "vscode";
import type { Severity } from "../../core/model/finding.ts";
import type { StandingFindings } from "../../core/verify/standing.ts";
import { GoneError } from "../../engine/worker/rpc.ts";
import { Disposable } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { settings } from "../base/settings.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";

/** Changes of a burst are verified together. */
const DELAY_MS = 150;
/** Verifying takes at most one part in so many of the reader's time. */
const SHARE = 5;

const NOTHING: StandingFindings = { target: { kind: "data" }, damagedRuns: 0, errors: 0, blamed: null, folds: [] };

/** What verify says of the open stores and still holds; verified again as they change, where the setting says so. */
export class Findings extends Disposable {
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly log: Log;
  private readonly changed = this.register(new EventEmitter<StandingFindings>());
  readonly onDidChange = this.changed.event;
  private found = NOTHING;
  /** Files that changed since the last time. */
  private readonly noted = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private notBefore = 0;

  constructor(host: EngineHost, stores: WorkspaceStores, log: Log) {
    super();
    this.host = host;
    this.stores = stores;
    this.log = log;
    this.register(host.onDidChange(() => this.schedule()));
    this.register(stores.onDidChange(() => this.schedule()));
    this.register(
      workspace.onDidChangeConfiguration((event) =>
        event.affectsConfiguration("mlflowRuns.verify") ? this.schedule() : undefined,
      ),
    );
    this.register({ dispose: () => (this.timer === null ? undefined : clearTimeout(this.timer)) });
  }

  get current(): StandingFindings {
    return this.found;
  }

  /** Asks what stands now, and tells where that differs. */
  async refresh(): Promise<void> {
    if (!this.host.started || this.isDisposed) return;
    const found = await this.host.engine.standing(leastShown());
    if (JSON.stringify(found) === JSON.stringify(this.found)) return;
    this.found = found;
    this.changed.fire(found);
  }

  /** A file changed that the reader may not follow. */
  note(path: string): void {
    const isOfStore = this.stores.all.some(({ key }) => path === key || path.startsWith(key + sep));
    const isNamed = this.found.folds.some(({ places }) => places.some(({ file }) => file === path));
    if (!(isOfStore || isNamed) || !settings().autoVerify) return;
    this.noted.add(path);
    this.schedule();
  }

  private schedule(): void {
    if (this.isDisposed || this.timer !== null) return;
    const wait = Math.max(DELAY_MS, this.notBefore - performance.now());
    this.timer = setTimeout(() => void this.follow().catch((error) => this.fail(error)), wait);
  }

  private async follow(): Promise<void> {
    this.timer = null;
    if (!this.host.started || this.isDisposed) return;
    const { engine } = this.host;
    if (settings().autoVerify) {
      const noted = [...this.noted];
      this.noted.clear();
      if (noted.length > 0) await engine.noteChanged(noted);
      await engine.settled();
      const begun = performance.now();
      await engine.verifyChanges(leastShown());
      const ended = performance.now();
      this.notBefore = ended + (ended - begun) * SHARE;
    }
    await this.refresh();
  }

  /** A reader that stopped is told of elsewhere, and its stores are looked for again. */
  private fail(error: unknown): void {
    if (!(error instanceof GoneError)) this.log.error("verifying what changed failed", error);
  }
}

function leastShown(): Severity {
  return settings().problems === "all" ? "warning" : "error";
}
