import { mkdir, writeFile } from "node:fs/promises";
import { type CancellationToken, ProgressLocation, Uri, commands as vscode, window, workspace } from "vscode";
import type { VerifyRequest } from "../../engine/verify/request.ts";
import { t } from "../base/l10n.ts";
import { settings } from "../base/settings.ts";
import { serverOfUrl } from "../ui/server.ts";
import { sharedFolder } from "./base.ts";
import { requestOf, type VerifyChoice } from "./choice.ts";
import type { VerifyParts } from "./verifyParts.ts";

const ASK_EVERY = 200;

/**
 * Looks at every file of every store, then shows one report. It is a file in the extension's own storage, because the
 * preview of Markdown opens links to files only from a file.
 */
export async function verifyAndReport(parts: VerifyParts, choice: VerifyChoice): Promise<string> {
  const folder = parts.storage.fsPath;
  const file = Uri.joinPath(parts.storage, "MLflow Data.md");
  const report = await withProgress(parts, choice, folder);
  await parts.findings.refresh();
  await mkdir(folder, { recursive: true });
  await writeFile(file.fsPath, report);
  await vscode.executeCommand("markdown.showPreview", file);
  await vscode.executeCommand("markdown.preview.refresh");
  return report;
}

function withProgress({ host, stores }: VerifyParts, choice: VerifyChoice, folder: string): Thenable<string> {
  const { engine } = host;
  const base = sharedFolder(stores.all.map((store) => store.base)) ?? folder;
  const options = { location: ProgressLocation.Notification, title: t("Verifying MLflow data"), cancellable: true };
  return window.withProgress(options, async (progress, token: CancellationToken) => {
    const cancel = token.onCancellationRequested(() => void engine.cancelVerify());
    const timer = setInterval(async () => {
      const at = await engine.verifyProgress().catch(() => null);
      if (at !== null) progress.report({ message: t("{0} of {1} runs", at.done, at.total) });
    }, ASK_EVERY);
    try {
      return await engine.verifyReport(base, requestNow(choice), folder, notes());
    } finally {
      clearInterval(timer);
      cancel.dispose();
    }
  });
}

/** The server set is asked, too: nobody else is. */
function requestNow(choice: VerifyChoice): VerifyRequest {
  const { composeFile, uiUrl } = settings();
  const ui = serverOfUrl(uiUrl);
  const asked = ui === null ? {} : { server: { origin: ui.origin, prefix: "", authorization: null } };
  return { ...requestOf(choice), composeFile, ...asked };
}

/** What was not looked at, and why. */
function notes(): string[] {
  const others = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme !== "file");
  return [
    ...(workspace.isTrusted ? [] : [t("Git was not asked: it is not run in Restricted Mode.")]),
    ...(others.length === 0
      ? []
      : [t("Not looked at, because it is no folder on disk: {0}.", others.map(({ name }) => name).join(", "))]),
  ];
}
