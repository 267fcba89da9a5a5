import { Command } from "../base/names.ts";
import { writeConfig } from "../config/writeConfig.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { Node } from "../tree/nodes.ts";
import type { Commands } from "./registry.ts";

/** Set Primary Metric…: by which metric an experiment's runs are judged, and whether it is better low or high. */
export function registerPrimaryMetric(commands: Commands, host: EngineHost, stores: WorkspaceStores): void {
  commands.add(Command.setPrimaryMetric, async (node?: Node) => {
    await stores.ready();
    const { askMetric, pickExperiment } = await import("./askPrimaryMetric.ts");
    const experiment = node?.kind === "experiment" ? node.row : await pickExperiment(host, stores);
    const store = stores.all.find(({ key }) => key === experiment?.store);
    if (experiment === undefined || store === undefined) return;
    const entries = await askMetric(host, experiment);
    if (entries !== undefined) await writeConfig(host.engine, store, entries);
  });
}
