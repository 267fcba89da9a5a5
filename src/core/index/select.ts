import { dayText } from "../model/timeText.ts";
import type { RunGroup, RunPage, RunRequest, RunSelection, ShownStatus } from "../model/views.ts";
import { type FilterContext, filteredRows } from "./filteredRows.ts";
import { orderRows } from "./order.ts";
import type { Overview, Overviews } from "./overview.ts";
import { type RowContext, runRow, statusOfRow } from "./runRow.ts";

/** What selections are answered from. */
export interface SelectContext extends RowContext, FilterContext {
  readonly overviews: Overviews;
  /** All experiment folders of the store. */
  readonly experiments: readonly string[];
}

/** A page of the runs asked for. */
export function selectRuns(context: SelectContext, request: RunRequest): RunPage {
  let rows = matching(context, request);
  let parents: ReadonlyMap<number, number> | null = null;
  if (request.grouping === "parent") {
    parents = shownParents(context, request, rows);
    rows = atLevel(context, request.parent ?? null, rows, parents);
  } else if (request.group !== undefined) {
    rows = rows.filter((row) => groupOf(context, request.grouping, row) === request.group);
  }
  const ordered = orderRows(context.table, rows, request.order);
  const page = Array.from(ordered.subarray(request.offset, request.offset + request.limit));
  const children = parents && countOf(parents.values());
  return {
    total: ordered.length,
    rows: page.map((row) => {
      const shown = runRow(context, overviewOf(context, row), row);
      return children ? { ...shown, children: children.get(row) ?? 0 } : shown;
    }),
  };
}

function countOf(values: Iterable<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The groups that the runs selected fall into: newest day first, statuses by what needs a look. */
export function groupRuns(context: SelectContext, selection: RunSelection, grouping: "status" | "day"): RunGroup[] {
  const counts = new Map<string, number>();
  for (const row of matching(context, selection)) {
    const group = groupOf(context, grouping, row);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const groups = [...counts].map(([group, count]) => ({ group, label: group, count }));
  if (grouping === "day") return groups.sort((a, b) => (a.group < b.group ? 1 : -1));
  return groups.sort((a, b) => placeOf(a.group) - placeOf(b.group));
}

const placeOf = (group: string): number => (STATUS_ORDER as readonly string[]).indexOf(group);

/** What needs a look comes first. */
export const STATUS_ORDER: readonly ShownStatus[] = [
  "live",
  "unfinished",
  "scheduled",
  "failed",
  "killed",
  "unreadable",
  "finished",
];

/** Rows of the experiments asked for that pass lifecycle and filter. */
export function matching(context: SelectContext, selection: Omit<RunSelection, "order">): Int32Array {
  const folders = selection.experiments ?? context.experiments;
  const parts = folders.map((folder) => {
    const { rows, active } = context.overviews.of(folder);
    if (selection.lifecycle === "all") return rows;
    return selection.lifecycle === "active" ? active : rows.filter((row) => context.table.isDeleted(row));
  });
  const [only] = parts;
  const rows = parts.length === 1 && only ? only : concat(parts);
  const { problems } = context.table.rows;
  const meant = selection.onlyProblems ? rows.filter((row) => problems.at(row) > 0) : rows;
  return selection.filter.trim() === "" ? meant : filteredRows(context, meant, selection.filter);
}

function concat(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function overviewOf({ table, overviews }: SelectContext, row: number): Overview {
  return overviews.of(table.strings.text(table.rows.experiment.at(row)));
}

/** Parents of the rows among themselves: a run whose parent is filtered out is found at the root. */
function shownParents(context: SelectContext, request: RunRequest, rows: Int32Array): ReadonlyMap<number, number> {
  const shown = new Set(rows);
  const parentOf = new Map<number, number>();
  for (const folder of request.experiments ?? context.experiments) {
    for (const [parent, children] of context.overviews.of(folder).family.children) {
      if (!shown.has(parent)) continue;
      for (const child of children) if (shown.has(child)) parentOf.set(child, parent);
    }
  }
  return parentOf;
}

/** The rows at the root (null) or directly below the run of this folder. */
function atLevel(
  { table }: SelectContext,
  folder: string | null,
  rows: Int32Array,
  parentOf: ReadonlyMap<number, number>,
): Int32Array {
  if (folder === null) return rows.filter((row) => !parentOf.has(row));
  const code = table.strings.find(folder);
  return rows.filter((row) => {
    const parent = parentOf.get(row);
    return parent !== undefined && table.rows.folder.at(parent) === code;
  });
}

function groupOf(context: SelectContext, grouping: RunRequest["grouping"], row: number): string {
  return grouping === "status" ? statusOfRow(context, row) : dayText(context.table.rows.start.at(row));
}
