import { refKey } from "../../core/model/run.ts";
import type { RunGrouping, RunRequest, RunRow } from "../../core/model/views.ts";
import type { Engine } from "../../engine/engine.ts";
import { type ChoiceSource, isFiltered } from "./choices.ts";
import { selectionOf } from "./experimentChildren.ts";
import type { ExperimentNode, GroupNode, MoreNode, Node, RunNode } from "./nodes.ts";

/** Rows listed at a time; "Show 200 more…" adds as many. */
export const PAGE = 200;

/** How many rows of a list are shown so far. */
export interface Paging {
  limitOf(list: Node): number;
}

/** Under a filter every match stands for itself, whether or not its parent matches. */
export function effectiveGrouping(choices: ChoiceSource): RunGrouping {
  const current = choices.current();
  return current.grouping === "parent" && isFiltered(current) ? "none" : current.grouping;
}

/** The groups of an experiment, or its first runs where nothing groups them. */
export async function experimentRuns(
  engine: Engine,
  choices: ChoiceSource,
  paging: Paging,
  node: ExperimentNode,
): Promise<Node[]> {
  const grouping = effectiveGrouping(choices);
  if (grouping === "status" || grouping === "day") {
    const groups = await engine.groups(selectionOf(node, choices), grouping);
    return groups.map((group) => ({
      kind: "group",
      id: `group\n${node.id}\n${grouping}\n${group.group}`,
      parent: node,
      experiment: node,
      grouping,
      group,
    }));
  }
  const request = { grouping, ...(grouping === "parent" ? { parent: null } : {}) };
  return runPage(engine, choices, paging, node, node, request);
}

export function groupRuns(engine: Engine, choices: ChoiceSource, paging: Paging, node: GroupNode): Promise<Node[]> {
  const request = { grouping: node.grouping, group: node.group.group };
  return runPage(engine, choices, paging, node, node.experiment, request);
}

/** The runs nested below a run; none where the list is flat or grouped otherwise. */
export async function nestedRuns(
  engine: Engine,
  choices: ChoiceSource,
  paging: Paging,
  node: RunNode,
): Promise<Node[]> {
  if (node.row.children === 0 || effectiveGrouping(choices) !== "parent") return [];
  const request = { grouping: "parent", parent: node.row.ref.run } as const;
  return runPage(engine, choices, paging, node, node.experiment, request);
}

async function runPage(
  engine: Engine,
  choices: ChoiceSource,
  paging: Paging,
  parent: Node,
  experiment: ExperimentNode,
  request: Pick<RunRequest, "grouping" | "group" | "parent">,
): Promise<Node[]> {
  const limit = paging.limitOf(parent);
  const page = await engine.runs({ ...selectionOf(experiment, choices), ...request, offset: 0, limit });
  const nodes: Node[] = page.rows.map((row) => runNode(row, parent, experiment));
  const rest = page.total - page.rows.length;
  if (rest > 0) nodes.push(moreNode(parent, rest));
  return nodes;
}

export function runNode(row: RunRow, parent: Node, experiment: ExperimentNode): RunNode {
  return { kind: "run", id: `run\n${refKey(row.ref)}`, parent, row, experiment };
}

function moreNode(parent: Node, rest: number): MoreNode {
  return { kind: "more", id: `more\n${parent.id}`, parent, rest };
}
