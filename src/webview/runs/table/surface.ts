import { createContext, type RefObject } from "preact";
import { useContext } from "preact/hooks";
import type { GridView } from "../../ui/grid/gridView.ts";
import type { Asking } from "../context.ts";
import type { PinnedRuns } from "../pins.ts";
import type { ColumnActions } from "./columns/columnActions.ts";
import type { TableActions } from "./tableActions.ts";
import type { TableModel } from "./tableModel.ts";
import type { ShownTable } from "./useTableSource.ts";

/** What all parts of the tab Table work with. */
export interface TableParts {
  readonly host: Asking;
  readonly model: TableModel;
  readonly pinned: PinnedRuns;
  readonly actions: TableActions;
  readonly columnActions: ColumnActions;
  /** The page's other tabs. */
  onCompare(): void;
}

export const TableContext = createContext<TableParts | null>(null);

export function useTable(): TableParts {
  const parts = useContext(TableContext);
  if (parts === null) throw new Error("There is no table around this component.");
  return parts;
}

/** What keys and the pointer act on. */
export interface Surface extends TableParts {
  readonly view: RefObject<GridView | null>;
  /** As it is drawn at the moment. */
  shown(): ShownTable;
  copy(text: string): void;
  /** Puts the cursor into the filter box. */
  onFilter(): void;
}
