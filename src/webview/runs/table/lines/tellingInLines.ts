import type { TableLine } from "../../../../core/model/runsTable.ts";

/** The params that labels show, those of most runs first. */
export function tellingInLines(lines: readonly TableLine[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.kind !== "run") continue;
    for (const { key } of line.row.telling) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}
