import type { CompareLine } from "./compareGroups.ts";
import type { GridPlace } from "./grid/gridMoves.ts";
import { rowsOf } from "./gridContents.tsx";
import { keyOf, type PartId } from "./parts/part.ts";

/** Where a key's head stands in the grid; null where it is hidden. */
export function placeOfKey(
  lines: readonly CompareLine[],
  runsAsRows: boolean,
  part: PartId,
  key: string,
): GridPlace | null {
  const among = runsAsRows ? rowsOf(lines) : lines;
  const index = among.findIndex((line) => line.kind !== "group" && line.part === part && keyOf(line) === key);
  if (index < 0) return null;
  return runsAsRows ? { row: -1, column: index } : { row: index, column: -1 };
}
