import { type CustomDocument, type CustomReadonlyEditorProvider, Uri, type WebviewPanel, window } from "vscode";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { EngineChange } from "../../core/model/views.ts";
import { Channel } from "../../protocol/channel.ts";
import type { RunHost, RunPageEvents } from "../../protocol/run.ts";
import { runHostGuards } from "../../protocol/runGuards.ts";
import { Disposable } from "../base/disposable.ts";
import type { Log } from "../base/log.ts";
import { RUN_EDITOR } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { RunSession } from "./runSession.ts";
import { holdAddress, refOfUri } from "./runUri.ts";
import { portOf, showPage } from "./webviewPage.ts";

interface RunDocument extends CustomDocument {
  readonly ref: RunRef | null;
}

/** The Run editor: a page for each address of a run, kept up to date while it is open. */
export class RunEditor extends Disposable implements CustomReadonlyEditorProvider<RunDocument> {
  private readonly extension: Uri;
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly compare: (refs: readonly RunRef[]) => Promise<void>;
  private readonly log: Log;

  constructor(
    extension: Uri,
    host: EngineHost,
    stores: WorkspaceStores,
    compare: (refs: readonly RunRef[]) => Promise<void>,
    log: Log,
  ) {
    super();
    this.extension = extension;
    this.host = host;
    this.stores = stores;
    this.compare = compare;
    this.log = log;
    this.register(window.registerCustomEditorProvider(RUN_EDITOR, this, { supportsMultipleEditorsPerDocument: true }));
  }

  openCustomDocument(uri: Uri): RunDocument {
    const ref = refOfUri(uri);
    return { uri, ref, dispose: ref === null ? () => undefined : holdAddress(ref, uri) };
  }

  async resolveCustomEditor({ uri, ref }: RunDocument, panel: WebviewPanel): Promise<void> {
    if (ref === null) throw new Error(`Not the address of a run: ${uri.path}`);
    await this.stores.ready();
    panel.iconPath = {
      light: Uri.joinPath(this.extension, "media", "run-light.svg"),
      dark: Uri.joinPath(this.extension, "media", "run-dark.svg"),
    };
    this.connect(ref, panel);
    showPage(panel.webview, this.extension, "run", uri.path.slice(1));
  }

  private connect(ref: RunRef, panel: WebviewPanel): void {
    const { engine } = this.host;
    const isOpen = (store: string) => this.stores.all.some(({ key }) => key === store);
    const session = new RunSession(engine, ref, isOpen, this.compare);
    const channel = new Channel<RunPageEvents, RunHost>(portOf(panel.webview), session, runHostGuards);
    const update = async () => channel.tell("changed", await session.load());
    const updateQuietly = () => void update().catch((error) => this.log.error("updating a run page failed", error));
    const following = [
      this.host.onDidChange((change) => (concerns(change, ref) ? updateQuietly() : undefined)),
      this.stores.onDidChange(updateQuietly),
      panel.onDidChangeViewState(() => (panel.visible ? updateQuietly() : undefined)),
    ];
    panel.onDidDispose(() => {
      for (const listener of following) listener.dispose();
      channel.dispose();
    });
  }
}

/** Whether a change may show on a run's page: the run itself, or the list it stands in. */
export function concerns(change: EngineChange, ref: RunRef): boolean {
  if (change.store !== ref.store) return false;
  return change.experiments.includes(ref.experiment) || change.runs.some((run) => refKey(run) === refKey(ref));
}
