import { type QuickPick, type QuickPickItem, ThemeColor, ThemeIcon, window } from "vscode";
import type { ExperimentRow, RunRow } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import { settings } from "../base/settings.ts";
import type { EngineHost } from "../engineHost.ts";
import { openRow } from "../page/openRun.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { printable } from "../tree/markdown.ts";
import { runDescription, runLabel } from "../tree/runText.ts";
import { statusLook } from "../tree/status.ts";
import type { Commands } from "./registry.ts";

const FOUND = 50;
const BEST = 10;

interface RunItem extends QuickPickItem {
  readonly row: RunRow | null;
}

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

function runItem(row: RunRow, experiment: ExperimentRow, store: string): RunItem {
  const look = statusLook(row.status);
  const place = [printable(experiment.name), store].filter((text) => text !== "").join(" · ");
  return {
    row,
    label: runLabel(row),
    description: runDescription(row, settings().description, Date.now()),
    detail: place,
    iconPath: look.color === null ? new ThemeIcon(look.icon) : new ThemeIcon(look.icon, new ThemeColor(look.color)),
    alwaysShow: true,
  };
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

/** Answers may overtake each other; only that of the latest question is shown. */
function latestOnly<T>(ask: (text: string) => Promise<T>, take: (answer: T) => void): (text: string) => void {
  let latest = 0;
  return (text) => {
    const question = ++latest;
    void ask(text).then((answer) => {
      if (question === latest) take(answer);
    });
  };
}
