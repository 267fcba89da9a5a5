import { RelativePattern, workspace } from "vscode";
import { CONFIG_FILE } from "../../core/config/config.ts";
import { Disposable } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import type { EngineHost } from "../engineHost.ts";

/** Has the configs read again when one of the workspace's changes. */
export class ConfigWatch extends Disposable {
  private readonly host: EngineHost;
  private readonly log: Log;
  private watchers: { dispose(): void }[] = [];

  constructor(host: EngineHost, log: Log) {
    super();
    this.host = host;
    this.log = log;
    this.watch();
    this.register(workspace.onDidChangeWorkspaceFolders(() => this.watch()));
    this.register({ dispose: () => this.stop() });
  }

  private watch(): void {
    this.stop();
    this.watchers = (workspace.workspaceFolders ?? []).map((folder) => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, `**/${CONFIG_FILE}`));
      const read = () => void this.read();
      watcher.onDidCreate(read);
      watcher.onDidChange(read);
      watcher.onDidDelete(read);
      return watcher;
    });
  }

  private async read(): Promise<void> {
    if (!this.host.started) return;
    await this.host.engine.configure().catch((error) => this.log.error("the config could not be read", error));
  }

  private stop(): void {
    for (const watcher of this.watchers.splice(0)) watcher.dispose();
  }
}
