import { extensions } from "vscode";
import type { Api } from "../../src/editor/extension.ts";
import type { ExperimentNode, Node, RunNode } from "../../src/editor/tree/nodes.ts";

/** The extension, active, with its stores found and read. */
export async function activeApi(): Promise<Api> {
  const extension = extensions.getExtension<Api>("mlflow-runs.mlflow-runs");
  if (extension === undefined) throw new Error("the extension is not there");
  const api = await extension.activate();
  await api.stores.ready();
  if (api.stores.all.length > 0) await api.engine().settled();
  return api;
}

/** Asks again until the answer is there, and gives it; fails with what was waited for. */
export async function eventually<T>(
  what: string,
  ask: () => T | null | undefined | Promise<T | null | undefined>,
): Promise<T> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come about`);
}

/** The tree's experiments, below their stores where there are several. */
export async function experimentsOf({ tree }: Api): Promise<ExperimentNode[]> {
  const roots = await tree.getChildren();
  const lists = await Promise.all(roots.map((node) => (node.kind === "store" ? tree.getChildren(node) : [node])));
  return lists.flat().filter((node) => node.kind === "experiment");
}

/** The first run of the tree for which something holds. */
export async function findRun(api: Api, holds: (node: RunNode) => boolean = () => true): Promise<RunNode> {
  for (const experiment of await experimentsOf(api)) {
    const nodes: Node[] = await api.tree.getChildren(experiment);
    const found = nodes.find((node) => node.kind === "run" && holds(node));
    if (found?.kind === "run") return found;
  }
  throw new Error("the tree has no such run");
}
