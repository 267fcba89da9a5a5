import { type QuickPick, window } from "vscode";
import { type RunRef, refKey } from "../../core/model/run.ts";
import { t } from "../base/l10n.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { latestOnly, type RunItem, runItem } from "./runItem.ts";

const FOUND = 50;

/** Asks for any number of runs, found as one types; none where the person cancels. */
export async function pickRuns(host: EngineHost, stores: WorkspaceStores): Promise<readonly RunRef[]> {
  await stores.ready();
  if (stores.all.length === 0) return [];
  const box = window.createQuickPick<RunItem>();
  box.placeholder = t("Search runs by name, id or label, and check those to pin");
  box.canSelectMany = true;
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  const search = async (text: string) => {
    const found = await host.engine.find(text, FOUND);
    return found.map(({ run, experiment, storeLabel }) =>
      runItem(run, experiment, stores.all.length > 1 ? storeLabel : ""),
    );
  };
  const update = latestOnly(search, (items) => show(box, items));
  box.onDidChangeValue(update);
  box.busy = true;
  const picked = new Promise<readonly RunRef[]>((resolve) => {
    box.onDidAccept(() => {
      resolve(box.selectedItems.flatMap(({ row }) => row?.ref ?? []));
      box.hide();
    });
    box.onDidHide(() => {
      resolve([]);
      box.dispose();
    });
  });
  box.show();
  update("");
  return picked;
}

/** Those checked stay in the list, whatever is searched for next. */
function show(box: QuickPick<RunItem>, found: readonly RunItem[]): void {
  const checked = box.selectedItems;
  const keys = new Set(checked.map(keyOf));
  box.items = [...checked, ...found.filter((item) => !keys.has(keyOf(item)))];
  box.selectedItems = checked;
  box.busy = false;
}

function keyOf({ row }: RunItem): string {
  return row === null ? "" : refKey(row.ref);
}
