import type { KnownKey, RunKeys } from "../model/views.ts";

export const NO_KEYS: RunKeys = { metrics: [], params: [], tags: [], attributes: [], datasets: [] };

/** The keys of several stores as those of one, most used first. */
export function joinKeys(all: readonly RunKeys[]): RunKeys {
  const join = (kind: keyof RunKeys): KnownKey[] => {
    const byKey = new Map<string, KnownKey>();
    for (const known of all.flatMap((keys) => keys[kind])) {
      const before = byKey.get(known.key);
      byKey.set(known.key, before === undefined ? known : joined(before, known));
    }
    return [...byKey.values()].sort((a, b) => b.runs - a.runs);
  };
  return {
    metrics: join("metrics"),
    params: join("params"),
    tags: join("tags"),
    attributes: join("attributes"),
    datasets: join("datasets"),
  };
}

function joined(a: KnownKey, b: KnownKey): KnownKey {
  const byValue = new Map<string, number>();
  for (const { value, runs } of [...a.values, ...b.values]) byValue.set(value, (byValue.get(value) ?? 0) + runs);
  const values = [...byValue].map(([value, runs]) => ({ value, runs })).sort((x, y) => y.runs - x.runs);
  return { key: a.key, runs: a.runs + b.runs, values };
}
