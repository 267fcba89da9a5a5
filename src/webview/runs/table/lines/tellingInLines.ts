import type { Lines } from "./lines.ts";

/** Of so many lines from the first on. */
const READ = 64;

/** The params that labels show, those of most runs first. */
export function tellingInLines(lines: Pick<Lines, "head">): readonly string[] {
  const counts = new Map<string, number>();
  for (let line = 0; line < READ; line++) {
    const head = lines.head(line);
    if (head?.kind !== "run") continue;
    for (const { key } of head.row.telling) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}
