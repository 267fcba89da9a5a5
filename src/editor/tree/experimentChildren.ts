import type { RunSelection } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { type ChoiceSource, isFiltered } from "./choices.ts";
import { experimentOrder, type Matches, shownRuns } from "./experimentText.ts";
import type { ExperimentNode, Node, StoreNode } from "./nodes.ts";

/** The stores, or the experiments themselves where there is but one store. */
export async function rootNodes(engine: Engine, choices: ChoiceSource): Promise<Node[]> {
  const stores = await engine.stores();
  const [only] = stores;
  if (stores.length === 1 && only !== undefined && only.error === null) {
    return experimentNodes(engine, choices, only.key, null);
  }
  return stores.map((row) => ({ kind: "store", id: `store\n${row.key}`, parent: null, row, holds: null }));
}

export async function experimentNodes(
  engine: Engine,
  choices: ChoiceSource,
  store: string,
  parent: StoreNode | null,
): Promise<ExperimentNode[]> {
  const current = choices.current();
  const { showDeleted } = current;
  const rows = experimentOrder(await engine.experiments(store), showDeleted);
  const full = rows.filter((row) => shownRuns(row, showDeleted) > 0).length;
  const nodes = rows.map(
    (row): ExperimentNode => ({
      kind: "experiment",
      id: experimentId(store, row.folder),
      parent,
      row,
      matches: null,
      alone: full === 1 && shownRuns(row, showDeleted) > 0,
    }),
  );
  return isFiltered(current) ? matching(engine, choices, nodes) : nodes;
}

export function experimentId(store: string, folder: string): string {
  return `experiment\n${store}\n${folder}`;
}

/** Only the experiments in which the filter finds something, with how many it finds. */
async function matching(engine: Engine, choices: ChoiceSource, nodes: ExperimentNode[]): Promise<ExperimentNode[]> {
  await Promise.all(
    nodes.map(async (node) => {
      node.matches = await matchesOf(engine, choices, node);
    }),
  );
  return nodes.filter((node) => node.matches?.runs !== 0);
}

/** Runs looked through for the best: those with infinite values come first, and are never best. */
const LOOKED_AT = 20;

async function matchesOf(engine: Engine, choices: ChoiceSource, node: ExperimentNode): Promise<Matches> {
  const { primary } = node.row;
  const isJudged = primary !== null && primary.goal !== "unknown";
  const order = isJudged ? { by: { metric: primary.key }, descending: primary.goal === "max" } : null;
  const { total, rows } = await engine.runs({
    ...selectionOf(node, choices),
    ...(order === null ? { limit: 0 } : { order, limit: LOOKED_AT }),
    ...{ grouping: "none", offset: 0 },
  });
  const best = rows.find((row) => row.lifecycle === "active" && Number.isFinite(row.primary?.value));
  if (best === undefined || best.primary === null) return { runs: total, best: null };
  return { runs: total, best: { value: best.primary.value, ref: best.ref, label: best.label } };
}

/** The runs of an experiment that the choices leave. */
export function selectionOf(node: ExperimentNode, choices: ChoiceSource): RunSelection {
  const { showDeleted, filter, onlyProblems, order } = choices.current();
  return {
    store: node.row.store,
    experiments: [node.row.folder],
    filter,
    onlyProblems,
    lifecycle: showDeleted || node.row.lifecycle === "deleted" ? "all" : "active",
    order,
  };
}
