import type { Column, TableView } from "../../../core/model/runsTable.ts";
import { DEFAULT_VIEW } from "../../../protocol/defaultView.ts";

/** What a page keeps of a table over a reload: choices and place, never data. */
export interface TableState {
  readonly view: TableView;
  /** Keys of the groups that are open. */
  readonly open: readonly string[];
  /** At the top, with a part of it where it is cut. */
  readonly row: number;
  /** What is at the left, in CSS pixels of the contents. */
  readonly left: number;
}

/** What a page kept, each part for itself, so that one that is not understood loses no other; null where it is nothing. */
export function readTableState(kept: unknown): TableState | null {
  if (!isObject(kept) || !isObject(kept.view)) return null;
  const { view } = kept;
  return {
    view: {
      columns: Array.isArray(view.columns) ? view.columns.filter(isColumn) : null,
      pinned: Array.isArray(view.pinned) ? view.pinned.filter(isText) : DEFAULT_VIEW.pinned,
      widths: isObject(view.widths) ? Object.fromEntries(Object.entries(view.widths).filter(isWidth)) : {},
      hideConstant: view.hideConstant !== false,
      order: Array.isArray(view.order) ? view.order.filter(isOrder) : [],
      grouping: isGrouping(view.grouping) ? view.grouping : null,
      filter: isText(view.filter) ? view.filter : "",
      ...(view.onlyProblems === true ? { onlyProblems: true } : {}),
      lifecycle: view.lifecycle === "deleted" || view.lifecycle === "all" ? view.lifecycle : "active",
    },
    open: Array.isArray(kept.open) ? kept.open.filter(isText) : [],
    row: asLength(kept.row),
    left: asLength(kept.left),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isWidth(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === "number" && entry[1] > 0;
}

const KINDS: readonly unknown[] = ["attribute", "metric", "param", "tag"] satisfies Column["kind"][];

function isColumn(value: unknown): value is Column {
  if (!isObject(value) || !isText(value.key) || !KINDS.includes(value.kind)) return false;
  return value.kind !== "metric" || isText(value.value);
}

function isOrder(value: unknown): value is TableView["order"][number] {
  return isObject(value) && isColumn(value.column) && typeof value.descending === "boolean";
}

function isGrouping(value: unknown): value is TableView["grouping"] {
  return isObject(value) && (value.by === "day" || isColumn(value.by));
}

function asLength(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? Math.max(0, value) : 0;
}
