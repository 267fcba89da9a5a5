import { type QuickPick, window } from "vscode";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import { openRow } from "../page/openRun.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { Commands } from "./registry.ts";
import { latestOnly, type RunItem, runItem } from "./runItem.ts";

const FOUND = 50;
const BEST = 10;

/** Go to Run… searches as one types; Go to Best Run… lists the top ten. */
export function registerGoTo(commands: Commands, host: EngineHost, stores: WorkspaceStores): void {
  commands.add(Command.goToRun, async () => {
    await stores.ready();
    const search = async (text: string) => {
      const found = stores.all.length === 0 ? [] : await host.engine.find(text, FOUND);
      return found.map(({ run, experiment, storeLabel }) =>
        runItem(run, experiment, stores.all.length > 1 ? storeLabel : ""),
      );
    };
    pick(t("Search runs by name, id or label"), search);
  });
  commands.add(Command.goToBestRun, async () => {
    await stores.ready();
    const keys = stores.all.map(({ key }) => key);
    const best = keys.length === 0 ? [] : await host.engine.bestRuns(keys, BEST);
    const items = best.map(({ run, experiment }, index) => ranked(runItem(run, experiment, ""), index));
    pick(t("The best runs by their experiment’s primary metric"), async () => items);
  });
}

function ranked(item: RunItem, index: number): RunItem {
  return { ...item, label: `${index + 1}  ${item.label}`, alwaysShow: false };
}

function pick(placeholder: string, search: (text: string) => Promise<RunItem[]>): void {
  const box = window.createQuickPick<RunItem>();
  box.placeholder = placeholder;
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  const update = latestOnly(search, (items) => show(box, items));
  box.onDidChangeValue(update);
  box.onDidAccept(() => {
    const [item] = box.selectedItems;
    box.hide();
    if (item?.row != null) void openRow(item.row, { toSide: false, preview: true });
  });
  box.onDidHide(() => box.dispose());
  box.busy = true;
  box.show();
  update("");
}

function show(box: QuickPick<RunItem>, items: RunItem[]): void {
  const nothing: RunItem = { row: null, label: t("No run found"), alwaysShow: true };
  box.items = items.length === 0 ? [nothing] : items;
  box.busy = false;
}
