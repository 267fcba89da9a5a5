import { Uri, window, workspace } from "vscode";
import type { TableFormat } from "../../core/model/runsTable.ts";
import { t } from "../base/l10n.ts";

const ENDINGS: Readonly<Record<TableFormat, string>> = { csv: "csv", json: "json", markdown: "md" };

/** Asks for a file and writes what `text` makes into it; nothing is made where the person cancels. */
export async function saveRuns(name: string, format: TableFormat, text: () => Promise<string>): Promise<void> {
  const ending = ENDINGS[format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = `${fileName(name)}.${ending}`;
  const target = await window.showSaveDialog({
    title: t("Export Runs"),
    filters: { [ending.toUpperCase()]: [ending] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, file) }),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(await text()));
}

/** A name that every system takes for a file's. */
function fileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[-.]+|[-.]+$/g, "");
  return plain === "" ? "runs" : plain.slice(0, 80);
}
