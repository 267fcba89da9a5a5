import type { CompareLine } from "./compareGroups.ts";

/** The places among the lines where runs differ, ascending. */
export function differencesOf(lines: readonly CompareLine[]): readonly number[] {
  return lines.flatMap((line, index) => (line.kind !== "group" && line.differs ? [index] : []));
}

/** The difference after a line, or before it; round the ends. Null where there is none. */
export function nextDifference(differences: readonly number[], from: number | null, by: 1 | -1): number | null {
  if (by > 0) return differences.find((line) => from === null || line > from) ?? differences[0] ?? null;
  return differences.findLast((line) => from === null || line < from) ?? differences.at(-1) ?? null;
}
