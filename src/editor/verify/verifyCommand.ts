import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Uri, commands as vscode, window } from "vscode";
import type { LocatedProblem } from "../../core/model/problem.ts";
import { type VerifiedStore, verifyReport } from "../../core/verify/report.ts";
import { t } from "../base/l10n.ts";
import { Command, View } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import { problemUri } from "../page/openProblem.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";

/**
 * Verify Data: waits until everything was read, then shows one report. It is a file in the extension's own storage,
 * because the preview of Markdown opens links to files only from a file.
 */
export function registerVerify(commands: Commands, host: EngineHost, stores: WorkspaceStores, storage: Uri): void {
  const file = Uri.joinPath(storage, "MLflow Data.md");
  commands.add(Command.verify, async () => {
    const progress = { location: { viewId: View.runs }, title: t("Verifying") };
    const verified = await window.withProgress(progress, () => verify(host, stores));
    const report = verifyReport(verified, (found) => linkOf(found, file));
    await mkdir(dirname(file.fsPath), { recursive: true });
    await writeFile(file.fsPath, report);
    await vscode.executeCommand("markdown.showPreview", file);
    await vscode.executeCommand("markdown.preview.refresh");
    return report;
  });
}

async function verify(host: EngineHost, stores: WorkspaceStores): Promise<VerifiedStore[]> {
  await stores.ready();
  if (stores.all.length === 0) return [];
  await host.engine.settled();
  const rows = await host.engine.stores();
  return Promise.all(rows.map(async (row) => ({ ...row, problems: await host.engine.problems(row.key) })));
}

/** The way from the report to the file, as a relative address with its line. */
function linkOf(found: LocatedProblem, report: Uri): string {
  const path = relative(dirname(report.fsPath), join(problemUri(found).fsPath)).replaceAll("\\", "/");
  const address = path.split("/").map(encodeURIComponent).join("/");
  return found.line === null ? address : `${address}#L${found.line}`;
}
