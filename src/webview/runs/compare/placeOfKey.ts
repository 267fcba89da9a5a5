import { type CompareLine, type GroupId, keyOf } from "./compareGroups.ts";
import type { GridPlace } from "./grid/gridMoves.ts";
import { rowsOf } from "./gridContents.tsx";

/** Where a key's head stands in the grid; null where it is hidden. */
export function placeOfKey(
  lines: readonly CompareLine[],
  runsAsRows: boolean,
  group: GroupId,
  key: string,
): GridPlace | null {
  const among = runsAsRows ? rowsOf(lines) : lines;
  const index = among.findIndex((line) => line.kind !== "group" && line.group === group && keyOf(line) === key);
  if (index < 0) return null;
  return runsAsRows ? { row: -1, column: index } : { row: index, column: -1 };
}
