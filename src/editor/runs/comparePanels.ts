import { Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from "vscode";
import { type RunRef, refKey } from "../../core/model/run.ts";
import { parseRunsState } from "../../protocol/runsGuards.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { RUNS_PANEL } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import { showPage } from "../page/webviewPage.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { ComparePanel } from "./comparePanel.ts";

const LEAST = 2;
const MOST = 50;

/** Opens comparisons, and opens them again after a reload. */
export class ComparePanels extends Disposable implements WebviewPanelSerializer {
  private readonly extension: Uri;
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;

  constructor(extension: Uri, host: EngineHost, stores: WorkspaceStores) {
    super();
    this.extension = extension;
    this.host = host;
    this.stores = stores;
    this.register(window.registerWebviewPanelSerializer(RUNS_PANEL, this));
  }

  /** Opens the comparison of these runs; each counts once. */
  async open(refs: readonly RunRef[]): Promise<void> {
    const pinned = [...new Map(refs.map((ref) => [refKey(ref), ref])).values()];
    if (pinned.length < LEAST) {
      void window.showInformationMessage(t("Select two or more runs to compare them."));
      return;
    }
    if (pinned.length > MOST) {
      void window.showInformationMessage(t("Up to {0} runs can be compared; {1} are selected.", MOST, pinned.length));
      return;
    }
    this.show(window.createWebviewPanel(RUNS_PANEL, t("Compare"), ViewColumn.Active), pinned);
  }

  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const kept = parseRunsState(state);
    this.show(panel, kept?.refs ?? []);
  }

  private show(panel: WebviewPanel, refs: readonly RunRef[]): void {
    panel.iconPath = {
      light: Uri.joinPath(this.extension, "media", "compare-light.svg"),
      dark: Uri.joinPath(this.extension, "media", "compare-dark.svg"),
    };
    this.register(new ComparePanel(this.host, panel, refs, () => this.stores.ready()));
    showPage(panel.webview, this.extension, "runs", panel.title);
  }
}
