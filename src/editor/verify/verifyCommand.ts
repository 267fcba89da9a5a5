import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { type CancellationToken, ProgressLocation, Uri, commands as vscode, window } from "vscode";
import type { Finding } from "../../core/model/finding.ts";
import { RULES } from "../../core/verify/checks.ts";
import { markdownReport } from "../../core/verify/report/markdown.ts";
import type { Verification } from "../../core/verify/verified.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";

/**
 * Verify Data: looks at every file of every store, then shows one report. It is a file in the extension's own storage,
 * because the preview of Markdown opens links to files only from a file.
 */
export function registerVerify(commands: Commands, host: EngineHost, stores: WorkspaceStores, storage: Uri): void {
  const file = Uri.joinPath(storage, "MLflow Data.md");
  commands.add(Command.verify, async () => {
    await stores.ready();
    const base = stores.all[0]?.base ?? "";
    const verification = stores.all.length === 0 ? NOTHING : await verifyWithProgress(host.engine, base);
    const link = (finding: Finding): string => linkOf(base, finding, file);
    const report = markdownReport(verification, RULES, { link });
    await mkdir(dirname(file.fsPath), { recursive: true });
    await writeFile(file.fsPath, report);
    await vscode.executeCommand("markdown.showPreview", file);
    await vscode.executeCommand("markdown.preview.refresh");
    return report;
  });
}

const TARGET = { kind: "data" } as const;
const NOTHING: Verification = {
  ...{ target: TARGET, stores: [], findings: [], accepted: 0, config: null, unfinished: null },
};

const ASK_EVERY = 200;

function verifyWithProgress(engine: Engine, base: string): Thenable<Verification> {
  const options = { location: ProgressLocation.Notification, title: t("Verifying MLflow data"), cancellable: true };
  return window.withProgress(options, async (progress, token: CancellationToken) => {
    const cancel = token.onCancellationRequested(() => void engine.cancelVerify());
    const timer = setInterval(async () => {
      const at = await engine.verifyProgress().catch(() => null);
      if (at !== null) progress.report({ message: t("{0} of {1} runs", at.done, at.total) });
    }, ASK_EVERY);
    try {
      return await engine.verify(base, { target: TARGET, level: "full", only: null });
    } finally {
      clearInterval(timer);
      cancel.dispose();
    }
  });
}

/** The way from the report to the file, as a relative address with its line. */
function linkOf(base: string, { file, line }: Finding, report: Uri): string {
  const path = relative(dirname(report.fsPath), join(base, file)).replaceAll("\\", "/");
  const address = path.split("/").map(encodeURIComponent).join("/");
  return line === null ? address : `${address}#L${line}`;
}
