import type { CellStats, Column, ColumnOrder, TableGrouping } from "../../model/runsTable.ts";
import { columnId } from "../../model/runsTable.ts";
import { dayText } from "../../model/timeText.ts";
import { type ColumnData, cellAt } from "../columns/columnData.ts";
import { orderKey } from "../columns/orderKey.ts";
import { statsAt } from "../columns/stats.ts";
import { inTurn, numberRanks, type OrderKey } from "../order.ts";
import type { Group, Selection } from "./selection.ts";

/**
 * The groups of a selection: in the order asked for by the mean of a column's numbers or the text that all its runs
 * share, and else by their own values; days count from the newest.
 */
export function groupsOf(
  selection: Selection,
  grouping: TableGrouping,
  order: readonly ColumnOrder[],
): readonly Group[] {
  return selection.groups.get(JSON.stringify([grouping, order]), () => grouped(selection, grouping, order));
}

function grouped(selection: Selection, grouping: TableGrouping, order: readonly ColumnOrder[]): readonly Group[] {
  const values = grouping.by === "day" ? days(selection) : selection.column(grouping.by);
  const groups = divided(selection, grouping, values, selection.ordered(order));
  const firsts = atPlaces(
    values,
    groups.map(({ places }) => places[0] ?? 0),
  );
  const keys = order.map(({ column, descending }) =>
    grouping.by !== "day" && columnId(column) === columnId(grouping.by)
      ? orderKey(firsts, descending)
      : groupKey(selection, groups, column, descending),
  );
  const sorted = Uint32Array.from(groups, (_, i) => i).sort(inTurn([...keys, orderKey(firsts, false)]));
  return Array.from(sorted).flatMap((i) => groups[i] ?? []);
}

/** Days of the start; their codes count from the newest. */
function days(selection: Selection): ColumnData {
  const starts = selection.column({ kind: "attribute", key: "start" });
  const named = Array.from(selection.rows, (_, place) => dayText(Number(cellAt(starts, place) ?? Number.NaN)));
  const texts = [...new Set(named)].filter((day) => day !== "").sort();
  texts.reverse();
  const codeOf = new Map(texts.map((day, code) => [day, code]));
  const codes = Int32Array.from(named, (day) => codeOf.get(day) ?? -1);
  return { kind: "texts", codes, text: (code) => texts[code] ?? "", order: "codes", numbers: null };
}

function divided(selection: Selection, grouping: TableGrouping, values: ColumnData, ordered: Uint32Array): Group[] {
  const groups = new Map<number | null, number[]>();
  for (const place of ordered) {
    const value = values.kind === "texts" ? (values.codes[place] ?? -1) : numberAt(values, place);
    const places = groups.get(value);
    if (places === undefined) groups.set(value, [place]);
    else places.push(place);
  }
  const nameOf = namesOf(selection, grouping);
  return Array.from(groups.values(), (places) => {
    const [first = 0] = places;
    const value = cellAt(values, first);
    const key = value === null ? "" : `= ${nameOf(values, first) ?? String(value)}`;
    return { key, value, places: Uint32Array.from(places) };
  });
}

function numberAt(values: ColumnData, place: number): number | null {
  const value = cellAt(values, place);
  return typeof value === "number" ? value : null;
}

/** Experiments and parents are known by folder and id: several may be called the same. */
function namesOf({ context }: Selection, { by }: TableGrouping): (values: ColumnData, place: number) => string | null {
  const isThing = by !== "day" && by.kind === "attribute" && (by.key === "experiment" || by.key === "parent");
  return (values, place) =>
    isThing && values.kind === "texts" ? context.table.strings.text(values.codes[place] ?? -1) : null;
}

function groupKey(selection: Selection, groups: readonly Group[], column: Column, descending: boolean): OrderKey {
  const numbers = selection.numbers(column);
  if (numbers === null) {
    const data = selection.column(column);
    const shared = Int32Array.from(groups, ({ places }) => sharedPlace(data, places));
    return orderKey(atPlaces(data, shared), descending);
  }
  const stats = groups.map(({ places }) => statsAt(numbers.values, places));
  const values = Float64Array.from(stats, ({ mean }) => mean ?? Number.NaN);
  return {
    values,
    ranks: numberRanks(
      values,
      Uint8Array.from(stats, ({ count }) => (count === 0 ? 1 : 0)),
    ),
    descending,
  };
}

/** What groups show in a column: statistics of numbers, the text that all their runs share, or null. */
export function groupCells(selection: Selection, column: Column): (group: Group) => CellStats | string | null {
  const numbers = selection.numbers(column);
  if (numbers !== null) return ({ places }) => statsAt(numbers.values, places);
  const data = selection.column(column);
  return ({ places }) => {
    const shared = sharedPlace(data, places);
    return shared < 0 ? null : String(cellAt(data, shared));
  };
}

/** A place whose text all the places share; -1 where they have none or different ones. */
function sharedPlace(data: ColumnData, places: Uint32Array): number {
  if (data.kind === "numbers") return -1;
  const [first = 0] = places;
  const code = data.codes[first] ?? -1;
  return code >= 0 && places.every((place) => data.codes[place] === code) ? first : -1;
}

/** The entries at these places; none for a place of -1. */
function atPlaces(data: ColumnData, places: ArrayLike<number>): ColumnData {
  if (data.kind === "texts") {
    const codes = Int32Array.from(places, (place) => (place < 0 ? -1 : (data.codes[place] ?? -1)));
    return { ...data, codes };
  }
  const values = Float64Array.from(places, (place) => data.values[place] ?? Number.NaN);
  return { kind: "numbers", values, missing: Uint8Array.from(places, (place) => data.missing[place] ?? 1) };
}
