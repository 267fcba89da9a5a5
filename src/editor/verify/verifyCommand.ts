import { EventEmitter, type TextDocumentContentProvider, Uri, commands as vscode, window, workspace } from "vscode";
import type { LocatedProblem } from "../../core/model/problem.ts";
import { type VerifiedStore, verifyReport } from "../../core/verify/report.ts";
import { Disposable } from "../base/disposable.ts";
import { t } from "../base/l10n.ts";
import { Command, REPORT_SCHEME, View } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import { problemUri } from "../page/openProblem.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";

const REPORT = Uri.from({ scheme: REPORT_SCHEME, path: "/MLflow data.md" });

/** Verify Data: waits until everything was read, then shows one report. */
export class Verification extends Disposable implements TextDocumentContentProvider {
  private readonly host: EngineHost;
  private readonly stores: WorkspaceStores;
  private readonly changed = this.register(new EventEmitter<Uri>());
  readonly onDidChange = this.changed.event;
  private text = "";

  constructor(commands: Commands, host: EngineHost, stores: WorkspaceStores) {
    super();
    this.host = host;
    this.stores = stores;
    this.register(workspace.registerTextDocumentContentProvider(REPORT_SCHEME, this));
    commands.add(Command.verify, () => this.verify());
  }

  provideTextDocumentContent(): string {
    return this.text;
  }

  private async verify(): Promise<string> {
    const progress = { location: { viewId: View.runs }, title: t("Verifying") };
    this.text = await window.withProgress(progress, async () => verifyReport(await this.verified(), linkOf));
    this.changed.fire(REPORT);
    await vscode.executeCommand("markdown.showPreview", REPORT);
    return this.text;
  }

  private async verified(): Promise<VerifiedStore[]> {
    await this.stores.ready();
    if (this.stores.all.length === 0) return [];
    const { engine } = this.host;
    await engine.settled();
    const rows = await engine.stores();
    return Promise.all(rows.map(async (row) => ({ ...row, problems: await engine.problems(row.key) })));
  }
}

function linkOf(found: LocatedProblem): string {
  const uri = problemUri(found);
  return (found.line === null ? uri : uri.with({ fragment: `L${found.line}` })).toString();
}
