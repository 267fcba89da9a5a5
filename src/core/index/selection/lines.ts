import type { TableRequest } from "../../model/runsTable.ts";
import { groupsOf } from "./groups.ts";
import type { Group, Selection } from "./selection.ts";

/** A line of a table before anything of it is read: a run by its place, or a group. */
export type Line =
  | { readonly kind: "run"; readonly place: number }
  | { readonly kind: "group"; readonly group: Group; readonly open: boolean };

export interface Lines {
  readonly total: number;
  /** `[offset, offset + limit)` of them. */
  slice(offset: number, limit: number): Line[];
}

/** Which lines a table has: runs, or groups and the runs of those that are open. */
export function linesOf(selection: Selection, request: Pick<TableRequest, "order" | "grouping" | "open">): Lines {
  const { grouping, order } = request;
  if (grouping !== null) return groupedLines(groupsOf(selection, grouping, order), new Set(request.open));
  const places = selection.ordered(order);
  return {
    total: places.length,
    slice: (offset, limit) => Array.from(places.subarray(offset, offset + limit), (place) => ({ kind: "run", place })),
  };
}

function groupedLines(groups: readonly Group[], open: ReadonlySet<string>): Lines {
  /** The line of each group; behind the last, how many lines there are. */
  const starts = new Uint32Array(groups.length + 1);
  for (const [i, { key, places }] of groups.entries()) {
    starts[i + 1] = (starts[i] ?? 0) + 1 + (open.has(key) ? places.length : 0);
  }
  const total = starts[groups.length] ?? 0;
  const slice = (offset: number, limit: number): Line[] => {
    const lines: Line[] = [];
    const end = Math.min(total, offset + limit);
    let line = offset;
    for (let i = groupAt(starts, offset); line < end; i++) {
      const group = groups[i];
      const start = starts[i] ?? 0;
      if (group === undefined) break;
      if (line === start) {
        lines.push({ kind: "group", group, open: open.has(group.key) });
        line++;
      }
      const to = Math.min(end, starts[i + 1] ?? end);
      for (; line < to; line++) lines.push({ kind: "run", place: group.places[line - start - 1] ?? 0 });
    }
    return lines;
  };
  return { total, slice };
}

/** The last group that starts at this line or before. */
function groupAt(starts: Uint32Array, line: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
