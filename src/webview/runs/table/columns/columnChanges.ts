import {
  type Column,
  type ColumnOrder,
  columnId,
  type MetricValue,
  type TableView,
} from "../../../../core/model/runsTable.ts";

/** The columns with one moved before another (null: to the end); unknown ones change nothing. */
export function movedBefore(columns: readonly Column[], id: string, before: string | null): readonly Column[] {
  const column = columns.find((one) => columnId(one) === id);
  if (column === undefined || id === before) return columns;
  const others = columns.filter((one) => one !== column);
  const at = before === null ? others.length : others.findIndex((one) => columnId(one) === before);
  return at < 0 ? columns : others.toSpliced(at, 0, column);
}

/** The columns with one moved by some places among those shown; hidden ones between them stay beside their neighbours. */
export function movedBy(
  columns: readonly Column[],
  shown: readonly string[],
  { id, by }: { readonly id: string; readonly by: number },
): readonly Column[] {
  const at = shown.indexOf(id);
  const to = Math.max(0, Math.min(at + by, shown.length - 1));
  if (at < 0 || to === at) return columns;
  if (to < at) return movedBefore(columns, id, shown[to] ?? null);
  const neighbour = columns.findIndex((one) => columnId(one) === shown[to]);
  const next = columns[neighbour + 1];
  return movedBefore(columns, id, next === undefined ? null : columnId(next));
}

/** The columns with one that shows another of a metric's values; if that is there already, without the first. */
export function withValue(columns: readonly Column[], id: string, value: MetricValue): readonly Column[] {
  const changed = columns.map((one) => (columnId(one) === id && one.kind === "metric" ? { ...one, value } : one));
  return [...new Map(changed.map((one) => [columnId(one), one])).values()];
}

/** The columns with or without some; those added come last. */
export function withColumns(columns: readonly Column[], changed: readonly Column[], isIn: boolean): readonly Column[] {
  const ids = new Set(changed.map(columnId));
  const others = columns.filter((one) => !ids.has(columnId(one)));
  if (!isIn) return others;
  const there = new Set(columns.map(columnId));
  return [...columns, ...changed.filter((one) => !there.has(columnId(one)))];
}

/** A view whose choices name a column by another id, after its value changed. */
export function renamed(view: TableView, from: string, to: Column): TableView {
  const id = columnId(to);
  const { [from]: width, ...widths } = view.widths;
  return {
    ...view,
    pinned: view.pinned.map((one) => (one === from ? id : one)),
    widths: width === undefined ? widths : { ...widths, [id]: width },
    order: view.order.map((one) => (columnId(one.column) === from ? { ...one, column: to } : one)),
  };
}

/** At most so many columns order the runs: nobody sees what a fifth does. */
const MOST_ORDERS = 4;

/**
 * What a click on a header makes of the order: this column's better or usual end first, the other way round, not at all.
 * Alone, or added behind those that already are.
 */
export function nextOrder(
  order: readonly ColumnOrder[],
  column: Column,
  { startsDescending, adds }: { readonly startsDescending: boolean; readonly adds: boolean },
): readonly ColumnOrder[] {
  const id = columnId(column);
  const own = order.find((one) => columnId(one.column) === id);
  const others = adds ? order.filter((one) => columnId(one.column) !== id) : [];
  if (own === undefined || (!adds && order.length > 1)) {
    return [...others.slice(0, MOST_ORDERS - 1), { column, descending: startsDescending }];
  }
  if (own.descending !== startsDescending) return others;
  const turned = { column, descending: !startsDescending };
  return adds ? order.map((one) => (one === own ? turned : one)) : [turned];
}
