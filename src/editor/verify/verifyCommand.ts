import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type CancellationToken, ProgressLocation, Uri, commands as vscode, window } from "vscode";
import type { Engine } from "../../engine/engine.ts";
import type { VerifyRequest } from "../../engine/verify/request.ts";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import { settings } from "../base/settings.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { serverOfUrl } from "../ui/server.ts";
import type { Findings } from "./findings.ts";

/**
 * Verify Data: looks at every file of every store, then shows one report. It is a file in the extension's own storage,
 * because the preview of Markdown opens links to files only from a file.
 */
export function registerVerify(
  commands: Commands,
  host: EngineHost,
  stores: WorkspaceStores,
  findings: Findings,
  storage: Uri,
): void {
  const file = Uri.joinPath(storage, "MLflow Data.md");
  commands.add(Command.verify, async () => {
    await stores.ready();
    const folder = dirname(file.fsPath);
    const report = await verifyWithProgress(host.engine, stores.all[0]?.base ?? folder, folder);
    await findings.refresh();
    await mkdir(folder, { recursive: true });
    await writeFile(file.fsPath, report);
    await vscode.executeCommand("markdown.showPreview", file);
    await vscode.executeCommand("markdown.preview.refresh");
    return report;
  });
}

/** The server set is asked, too: nobody else is. */
function requestNow(): VerifyRequest {
  const { composeFile, uiUrl } = settings();
  const ui = serverOfUrl(uiUrl);
  const asked = ui === null ? {} : { server: { origin: ui.origin, prefix: "", authorization: null } };
  return { target: { kind: "data" }, level: "full", only: null, composeFile, ...asked };
}

const ASK_EVERY = 200;

function verifyWithProgress(engine: Engine, base: string, folder: string): Thenable<string> {
  const options = { location: ProgressLocation.Notification, title: t("Verifying MLflow data"), cancellable: true };
  return window.withProgress(options, async (progress, token: CancellationToken) => {
    const cancel = token.onCancellationRequested(() => void engine.cancelVerify());
    const timer = setInterval(async () => {
      const at = await engine.verifyProgress().catch(() => null);
      if (at !== null) progress.report({ message: t("{0} of {1} runs", at.done, at.total) });
    }, ASK_EVERY);
    try {
      return await engine.verifyReport(base, requestNow(), folder);
    } finally {
      clearInterval(timer);
      cancel.dispose();
    }
  });
}
