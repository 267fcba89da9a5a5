import { type QuickPickItem, window } from "vscode";
import { goalOf } from "../../core/model/goal.ts";
import type { RunGrouping, RunOrder } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { ChoiceStore } from "../tree/choiceStore.ts";
import { printable } from "../tree/markdown.ts";
import type { Commands } from "./registry.ts";

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** How the runs are listed: Sort, Group, Show and Hide Deleted. */
export function registerListing(
  commands: Commands,
  host: EngineHost,
  stores: WorkspaceStores,
  choices: ChoiceStore,
): void {
  commands.add(Command.sort, async () => {
    await stores.ready();
    const current = JSON.stringify(choices.current().order);
    const items = orderChoices(await metricKeys(host, stores)).map((item) =>
      marked(item, JSON.stringify(item.value) === current),
    );
    const picked = await window.showQuickPick(items, { placeHolder: t("Sort runs by") });
    if (picked !== undefined) await choices.change({ order: picked.value });
  });
  commands.add(Command.group, async () => {
    const { grouping } = choices.current();
    const items = groupChoices().map((item) => marked(item, item.value === grouping));
    const picked = await window.showQuickPick(items, { placeHolder: t("Group runs by") });
    if (picked !== undefined) await choices.change({ grouping: picked.value });
  });
  commands.add(Command.showDeleted, () => choices.change({ showDeleted: true }));
  commands.add(Command.hideDeleted, () => choices.change({ showDeleted: false }));
}

async function metricKeys(host: EngineHost, stores: WorkspaceStores): Promise<string[]> {
  const lists = await Promise.all(stores.all.map(({ key }) => host.engine.metricKeys(key, null)));
  return [...new Set(lists.flat())];
}

/** Of a metric the better way round comes first. */
function orderChoices(metrics: readonly string[]): Choice<RunOrder>[] {
  const choice = (label: string, description: string, by: RunOrder["by"], descending: boolean) => ({
    label,
    description,
    value: { by, descending },
  });
  return [
    choice(t("Start time"), t("newest first"), "start", true),
    choice(t("Start time"), t("oldest first"), "start", false),
    choice(t("Name"), t("A to Z"), "name", false),
    choice(t("Name"), t("Z to A"), "name", true),
    ...metrics.flatMap((metric) => {
      const lowest = choice(printable(metric), t("lowest first"), { metric }, false);
      const highest = choice(printable(metric), t("highest first"), { metric }, true);
      return goalOf(metric) === "max" ? [highest, lowest] : [lowest, highest];
    }),
  ];
}

function groupChoices(): Choice<RunGrouping>[] {
  return [
    { label: t("Parent"), description: t("nested runs below the run that started them"), value: "parent" },
    { label: t("Nothing"), description: t("one flat list"), value: "none" },
    { label: t("Status"), description: t("finished, failed, running…"), value: "status" },
    { label: t("Day"), description: t("the day they started"), value: "day" },
  ];
}

function marked<T>(item: Choice<T>, current: boolean): Choice<T> {
  return { ...item, label: current ? `$(check) ${item.label}` : item.label };
}
