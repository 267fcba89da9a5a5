/** One cycle of a graph, its first node again at its end; null where there is none. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const cycle = cycleFrom(start, graph, done, []);
    if (cycle) return cycle;
  }
  return null;
}

function cycleFrom(
  node: string,
  graph: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
  path: readonly string[],
): readonly string[] | null {
  const before = path.indexOf(node);
  if (before !== -1) return [...path.slice(before), node];
  if (done.has(node)) return null;
  for (const next of graph.get(node) ?? []) {
    const cycle = cycleFrom(next, graph, done, [...path, node]);
    if (cycle) return cycle;
  }
  done.add(node);
  return null;
}
