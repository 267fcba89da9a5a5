import { type QuickPickItem, ThemeIcon, window } from "vscode";
import type { RunsPlace } from "../../protocol/runs.ts";
import { counted, t } from "../base/l10n.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { printable } from "../tree/markdown.ts";
import type { Node } from "../tree/nodes.ts";

interface PlaceItem extends QuickPickItem {
  readonly place: RunsPlace;
}

/** Where rows of the tree are: one place a store, of the experiments that the rows are or belong to. */
export function placesOf(nodes: readonly Node[]): RunsPlace[] {
  const whole = new Set<string>();
  const experiments = new Map<string, Set<string>>();
  for (const node of nodes) {
    const row = homeOf(node);
    if (row?.kind === "store") whole.add(row.row.key);
    if (row?.kind !== "experiment") continue;
    const folders = experiments.get(row.row.store) ?? new Set();
    experiments.set(row.row.store, folders.add(row.row.folder));
  }
  const stores = new Set([...whole, ...experiments.keys()]);
  return Array.from(stores, (store) => ({
    store,
    experiments: whole.has(store) ? null : [...(experiments.get(store) ?? [])],
  }));
}

/** The experiment or store that a row is, or stands in. */
function homeOf(node: Node): Node | null {
  let row: Node | null = node;
  while (row !== null && row.kind !== "experiment" && row.kind !== "store") row = row.parent;
  return row;
}

/** Asks for an experiment or a store; the only experiment that there is needs no question. */
export async function pickPlace(
  host: EngineHost,
  stores: WorkspaceStores,
  question: string,
): Promise<RunsPlace | null> {
  await stores.ready();
  const lists = await Promise.all(stores.all.map(({ key, label }) => itemsOf(host, key, label, stores.all.length > 1)));
  const items = lists.flat();
  const [first] = items;
  if (items.length <= 1) return first?.place ?? null;
  return (await window.showQuickPick(items, { placeHolder: question, matchOnDescription: true }))?.place ?? null;
}

async function itemsOf(host: EngineHost, store: string, label: string, named: boolean): Promise<PlaceItem[]> {
  const rows = (await host.engine.experiments(store)).filter(
    ({ runs, lifecycle }) => runs > 0 && lifecycle === "active",
  );
  const items = rows.map(({ name, runs, folder }): PlaceItem => {
    const count = counted(runs, t("1 run"), t("{0} runs"));
    return {
      label: printable(name),
      description: named ? `${count} · ${printable(label)}` : count,
      iconPath: new ThemeIcon("beaker"),
      place: { store, experiments: [folder] },
    };
  });
  if (rows.length < 2) return items;
  const all = rows.reduce((sum, { runs }) => sum + runs, 0);
  const whole: PlaceItem = {
    label: t("All runs of {0}", printable(label)),
    description: counted(all, t("1 run"), t("{0} runs")),
    iconPath: new ThemeIcon("database"),
    place: { store, experiments: null },
  };
  return [whole, ...items];
}
