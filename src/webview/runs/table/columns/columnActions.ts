import { type Column, type ColumnProfile, columnId, type MetricValue } from "../../../../core/model/runsTable.ts";
import { announce } from "../../../ui/announce.tsx";
import { t } from "../../../ui/l10n.ts";
import type { TableModel } from "../tableModel.ts";
import { movedBefore, movedBy, nextOrder, renamed, withColumns, withValue } from "./columnChanges.ts";
import { columnTitle } from "./columnTitle.ts";
import { boundedWidth } from "./columnWidth.ts";
import { profileOf } from "./profiles.ts";

/** What a person does with the columns of a table. */
export class ColumnActions {
  readonly #model: TableModel;

  constructor(model: TableModel) {
    this.#model = model;
  }

  /** By this column, better or usual end first, then the other way round, then not; alone or behind those that there are. */
  sort(column: Column, adds: boolean): void {
    const { order } = this.#model.view.peek();
    const profile = this.profile(column);
    this.#model.change({
      order: nextOrder(order, column, { startsDescending: startsDescending(column, profile), adds }),
    });
  }

  sortBy(column: Column, descending: boolean): void {
    this.#model.change({ order: [{ column, descending }] });
  }

  /** By some places among those shown. */
  move(column: Column, by: number): void {
    const shown = this.#model.shown.peek().columns.map(columnId);
    const id = columnId(column);
    const columns = movedBy(this.#model.chosen.peek(), shown, { id, by });
    if (columns === this.#model.chosen.peek()) return;
    this.#model.change({ columns });
    const place = this.#model.shown.peek().columns.findIndex((one) => columnId(one) === id) + 1;
    announce(t("{0} is now column {1} of {2}", columnTitle(column), place, shown.length));
  }

  /** Puts a column before another; among pinned ones it is pinned too. */
  dropBefore(id: string, before: string | null): void {
    const { pinned } = this.#model.view.peek();
    const shown = this.#model.shown.peek().columns.map(columnId);
    const isFirstFree = before === (shown.find((one) => !pinned.includes(one)) ?? null);
    const staysPinned = (before !== null && pinned.includes(before)) || (isFirstFree && pinned.includes(id));
    const others = pinned.filter((one) => one !== id);
    this.#model.change({
      columns: movedBefore(this.#model.chosen.peek(), id, before),
      pinned: staysPinned ? [...others, id] : others,
    });
  }

  setPinned(column: Column, isPinned: boolean): void {
    const id = columnId(column);
    const others = this.#model.view.peek().pinned.filter((one) => one !== id);
    this.#model.change({ pinned: isPinned ? [...others, id] : others });
  }

  setShown(columns: readonly Column[], isShown: boolean): void {
    this.#model.change({ columns: withColumns(this.#model.chosen.peek(), columns, isShown) });
  }

  /** Which of a metric's values the column shows. */
  setValue(column: Column, value: MetricValue): void {
    if (column.kind !== "metric" || column.value === value) return;
    const from = columnId(column);
    const columns = withValue(this.#model.chosen.peek(), from, value);
    this.#model.view.value = { ...renamed(this.#model.view.peek(), from, { ...column, value }), columns };
  }

  setWidth(column: Column, width: number): void {
    const { widths } = this.#model.view.peek();
    this.#model.change({ widths: { ...widths, [columnId(column)]: boundedWidth(width) } });
  }

  groupBy(column: Column): void {
    this.#model.change({ grouping: { by: column } });
  }

  /** As nobody had chosen columns. */
  reset(): void {
    this.#model.change({ columns: null, pinned: ["attributes.label"], widths: {}, hideConstant: true });
  }

  profile(column: Column): ColumnProfile | undefined {
    const sets = this.#model.profiles.sets.peek();
    return sets === null ? undefined : profileOf(sets.all, column);
  }
}

/** The better end first, the newest, the longest; texts and unknown numbers from their beginning. */
function startsDescending(column: Column, profile: ColumnProfile | undefined): boolean {
  if (column.kind === "metric") return column.value === "count" || profile?.goal === "max";
  return (
    profile?.type === "time" ||
    profile?.type === "duration" ||
    (column.kind === "attribute" && column.key === "problems")
  );
}
