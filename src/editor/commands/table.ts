import { env, type QuickPickItem, type TreeView, window } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { Column, TableFormat, TableQuery } from "../../core/model/runsTable.ts";
import type { Engine } from "../../engine/engine.ts";
import type { RunsPlace } from "../../protocol/runs.ts";
import { counted, t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { EngineHost } from "../engineHost.ts";
import { saveRuns } from "../runs/exportRuns.ts";
import { fileNameOf, placeName } from "../runs/placeName.ts";
import type { RunsPanels } from "../runs/runsPanels.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { ChoiceStore } from "../tree/choiceStore.ts";
import type { Node } from "../tree/nodes.ts";
import { pickPlace, placesOf } from "./places.ts";
import type { Commands } from "./registry.ts";
import { chosen, runsOf } from "./selection.ts";

interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** Open Runs Table, Export Runs… and Copy as Markdown. */
export function registerTable(
  commands: Commands,
  {
    host,
    stores,
    choices,
    panels,
    view,
  }: {
    readonly host: EngineHost;
    readonly stores: WorkspaceStores;
    readonly choices: ChoiceStore;
    readonly panels: RunsPanels;
    readonly view: TreeView<Node>;
  },
): void {
  commands.add(Command.openTable, async (clicked?: Node, selected?: readonly Node[]) => {
    const places = placesOf(chosen(clicked, selected, view));
    const asked = places.length > 0 ? places : [await pickPlace(host, stores, t("Whose runs?"))];
    for (const place of asked) if (place !== null) await panels.openTable(place);
  });
  commands.add(Command.exportRuns, async (clicked?: Node, selected?: readonly Node[]) => {
    const [first] = clicked === undefined ? [] : placesOf(chosen(clicked, selected, view));
    const place = first ?? (await pickPlace(host, stores, t("Whose runs?")));
    if (place !== null) await exportPlace(host.engine, place, choices.current().filter, choices.current().showDeleted);
  });
  commands.add(Command.copyMarkdown, async (clicked?: Node, selected?: readonly Node[]) => {
    const refs = runsOf(chosen(clicked, selected, view)).map(({ row }) => row.ref);
    if (refs.length > 0) await env.clipboard.writeText(await markdownOf(host.engine, refs));
  });
}

async function exportPlace(engine: Engine, place: RunsPlace, filter: string, showDeleted: boolean): Promise<void> {
  const query = { ...place, filter: "", lifecycle: showDeleted ? "all" : "active", order: [] } as const;
  const chosenQuery = filter.trim() === "" ? query : await pickQuery(engine, query, filter);
  if (chosenQuery === undefined) return;
  const format = await pickFormat();
  if (format === undefined) return;
  const columns = (await engine.tableColumns(chosenQuery))
    .filter(({ present }) => present > 0)
    .map(({ column }) => column);
  const name = fileNameOf(await placeName(engine, place));
  await saveRuns(name, format, () => engine.runsText({ query: chosenQuery }, columns, format));
}

/** All runs, or those that the tree's filter leaves. */
async function pickQuery(engine: Engine, query: TableQuery, filter: string): Promise<TableQuery | undefined> {
  const order = { by: "start", descending: true } as const;
  const filtered = { ...query, filter };
  const counts = await Promise.all([filtered, query].map((asked) => engine.countRuns({ ...asked, order })));
  const [some = 0, all = 0] = counts;
  const runs = (count: number) => counted(count, t("1 run"), t("{0} runs"));
  const items: Choice<TableQuery>[] = [
    { label: t("Runs that the filter leaves"), description: runs(some), detail: filter, value: filtered },
    { label: t("All runs"), description: runs(all), value: query },
  ];
  return (await window.showQuickPick(items, { placeHolder: t("Which runs?") }))?.value;
}

async function pickFormat(): Promise<TableFormat | undefined> {
  const items: Choice<TableFormat>[] = [
    { label: "CSV", description: t("for spreadsheets and data frames"), value: "csv" },
    { label: "JSON", description: t("an object a run"), value: "json" },
    { label: "Markdown", description: t("a table for people"), value: "markdown" },
  ];
  return (await window.showQuickPick(items, { placeHolder: t("In which format?") }))?.value;
}

/** Runs as a table for a pull request: metrics, and the params that differ among them. */
async function markdownOf(engine: Engine, refs: readonly RunRef[]): Promise<string> {
  const { metrics, params } = await engine.compare(refs);
  const differing = params.filter(({ differs }) => differs || refs.length === 1);
  const columns: Column[] = [
    ...(["label", "status", "start", "duration"] as const).map((key): Column => ({ kind: "attribute", key })),
    ...metrics.map(({ key }): Column => ({ kind: "metric", key, value: "last" })),
    ...differing.map(({ key }): Column => ({ kind: "param", key })),
  ];
  return engine.runsText({ refs }, columns, "markdown");
}
