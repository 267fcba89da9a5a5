import {
  type Cell,
  type Column,
  type ColumnOrder,
  type ColumnProfile,
  columnId,
  type TableQuery,
} from "../../model/runsTable.ts";
import { asNumbers, type ColumnData, type NumberData } from "../columns/columnData.ts";
import { orderKey } from "../columns/orderKey.ts";
import { readColumn } from "../columns/readColumn.ts";
import type { TableContext } from "../columns/tableContext.ts";
import { orderPlaces } from "../order.ts";
import { matching } from "../select.ts";
import { Kept } from "./kept.ts";

/** Which runs are looked at; in which order is another question. */
export type Filtered = Pick<TableQuery, "store" | "experiments" | "filter" | "onlyProblems" | "lifecycle">;

/** Runs that share a value. */
export interface Group {
  /** The same text for the same value, whatever else is shown. */
  readonly key: string;
  readonly value: Cell;
  /** In the order asked for. */
  readonly places: Uint32Array;
}

const COLUMNS_KEPT = 16;
const ORDERS_KEPT = 4;

/**
 * The runs that match a query, at one moment: what is derived from them is made once. Runs are meant by their place in
 * `rows`, and columns have one entry a place.
 */
export class Selection {
  readonly context: TableContext;
  readonly rows: Int32Array;
  /** Runs before the filter. */
  readonly all: number;
  /** Made by `groupsOf`. */
  readonly groups = new Kept<readonly Group[]>(ORDERS_KEPT);
  readonly #columns = new Kept<ColumnData>(COLUMNS_KEPT);
  #profiles: readonly ColumnProfile[] | null = null;
  readonly #numbers = new Kept<NumberData | null>(COLUMNS_KEPT);
  readonly #orders = new Kept<Uint32Array>(ORDERS_KEPT);

  constructor(context: TableContext, query: Filtered) {
    this.context = context;
    this.rows = matching(context, query);
    this.all = query.filter.trim() === "" ? this.rows.length : matching(context, { ...query, filter: "" }).length;
  }

  column(column: Column): ColumnData {
    return this.#columns.get(columnId(column), () => readColumn(this.context, this.rows, column));
  }

  /** All its columns in short, made once. */
  profiles(make: () => readonly ColumnProfile[]): readonly ColumnProfile[] {
    this.#profiles ??= make();
    return this.#profiles;
  }

  /** A column as numbers; null where it holds texts that are none. */
  numbers(column: Column): NumberData | null {
    return this.#numbers.get(columnId(column), () => asNumbers(this.column(column)));
  }

  /** Places in order. */
  ordered(order: readonly ColumnOrder[]): Uint32Array {
    const asked = order.map(({ column, descending }) => `${descending ? "-" : "+"}${columnId(column)}`);
    return this.#orders.get(JSON.stringify(asked), () => {
      const keys = order.map(({ column, descending }) => orderKey(this.column(column), descending));
      return orderPlaces(this.context.table, this.rows, keys);
    });
  }
}
