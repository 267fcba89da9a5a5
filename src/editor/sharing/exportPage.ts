import { env, ProgressLocation, Uri, window, workspace } from "vscode";
import { version } from "../../../package.json";
import { exportHtml } from "../../core/compare/export/exportHtml.ts";
import { fileName } from "../../core/model/fileName.ts";
import type { Comparison } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { gatherComparison } from "../../engine/export/gather.ts";
import type { Pins } from "../../protocol/runs.ts";
import { t } from "../base/l10n.ts";
import { translations } from "../page/webviewPage.ts";
import { comparisonTitle } from "../runs/comparisonTitle.ts";

/** Asks for a file and writes the comparison into it, as a page that needs nothing else; nothing on cancel. */
export async function exportPage(
  pins: Pins,
  shown: Pick<Comparison, "runs">,
  engine: Engine,
  extension: Uri,
): Promise<void> {
  const title = comparisonTitle(shown);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: t("Export Comparison"),
    filters: { HTML: ["html"] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, fileName(title, "html")) }),
  });
  if (target === undefined) return;
  await window.withProgress({ location: ProgressLocation.Window, title: t("Exporting…") }, async () => {
    const page = await workspace.fs.readFile(Uri.joinPath(extension, "dist", "export.html"));
    const data = await gatherComparison(engine, pins, { title, version, strings: translations() });
    const html = exportHtml(new TextDecoder().decode(page), data, env.language);
    await workspace.fs.writeFile(target, new TextEncoder().encode(html));
  });
}
