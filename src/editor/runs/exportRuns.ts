import { Uri, window, workspace } from "vscode";
import { fileName } from "../../core/model/fileName.ts";
import type { TableFormat } from "../../core/model/runsTable.ts";
import { t } from "../base/l10n.ts";

const ENDINGS: Readonly<Record<TableFormat, string>> = { csv: "csv", json: "json", markdown: "md" };

/** Asks for a file and writes what `text` makes into it; nothing is made where the person cancels. */
export async function saveRuns(name: string, format: TableFormat, text: () => Promise<string>): Promise<void> {
  const ending = ENDINGS[format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: t("Export Runs"),
    filters: { [ending.toUpperCase()]: [ending] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, fileName(name, ending)) }),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(await text()));
}
