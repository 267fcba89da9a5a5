import { refKey } from "../../core/model/run.ts";
import type { EngineChange } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Children } from "./children.ts";
import { experimentDescription, isEmpty, storeDescription } from "./experimentText.ts";
import type { NodeCache } from "./nodeCache.ts";
import type { ExperimentNode, Node, StoreNode } from "./nodes.ts";

/** What was last listed below a row (below nothing: the roots); redrawing compares with it. */
export type Listed = (parent: Node | undefined) => readonly string[] | undefined;

/**
 * The rows that a change on disk concerns, already holding their new contents; `undefined` is the whole tree.
 * Redrawing a row lists all below it again and loses a click made meanwhile, so what looks the same is left alone.
 */
export async function rowsToRedraw(
  changes: readonly EngineChange[],
  engine: Engine,
  children: Children,
  cache: NodeCache,
  listed: Listed,
): Promise<readonly (Node | undefined)[]> {
  if (listed(undefined) === undefined) return [];
  const roots = await children.of(undefined);
  if (!sameRows(roots, listed(undefined))) return [undefined];
  const redraw = new Set<Node>();
  const experiments = roots.filter((node) => node.kind === "experiment");
  for (const store of roots.filter((node) => node.kind === "store")) {
    if (!changes.some((change) => change.store === store.row.key)) continue;
    const before = storeText(cache.get(store.id));
    const kept = cache.keep<StoreNode>(store);
    const below = await children.of(kept);
    const isSame = (listed(kept) === undefined || sameRows(below, listed(kept))) && storeText(kept) === before;
    if (isSame) experiments.push(...below.filter((node) => node.kind === "experiment"));
    else redraw.add(kept);
  }
  for (const node of changedExperiments(experiments, changes)) {
    const isSame = listed(node) === undefined && experimentText(node) === experimentText(cache.get(node.id));
    const kept = cache.keep(node);
    if (!isSame) redraw.add(kept);
  }
  for (const node of await changedRuns(changes, engine, cache)) redraw.add(node);
  return [...redraw];
}

function storeText(node: Node | undefined): string | null {
  return node?.kind === "store" ? storeDescription(node.row) : null;
}

/** All that a row never expanded depends on. */
function experimentText(node: Node | undefined): string | null {
  if (node?.kind !== "experiment") return null;
  return `${experimentDescription(node.row, node.matches, true)} ${isEmpty(node.row, false)}`;
}

function sameRows(nodes: readonly Node[], ids: readonly string[] | undefined): boolean {
  return ids !== undefined && ids.length === nodes.length && nodes.every((node, index) => node.id === ids[index]);
}

function changedExperiments(nodes: readonly ExperimentNode[], changes: readonly EngineChange[]): ExperimentNode[] {
  const concerns = (node: ExperimentNode) => (change: EngineChange) =>
    change.store === node.row.store && change.experiments.includes(node.row.folder);
  return nodes.filter((node) => changes.some(concerns(node)));
}

async function changedRuns(changes: readonly EngineChange[], engine: Engine, cache: NodeCache): Promise<Node[]> {
  const nodes: Node[] = [];
  for (const ref of changes.flatMap((change) => change.runs)) {
    const node = cache.get(`run\n${refKey(ref)}`);
    if (node?.kind !== "run") continue;
    const view = await engine.run(ref);
    if (view !== null) node.row = view.row;
    nodes.push(node);
  }
  return nodes;
}
