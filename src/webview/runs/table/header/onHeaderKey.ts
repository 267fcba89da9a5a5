import type { Column } from "../../../../core/model/runsTable.ts";
import type { GridPlace } from "../../../ui/grid/gridSource.ts";
import { type HeadCommand, headCommand } from "../keys.ts";
import type { Surface } from "../surface.ts";
import { STATE_COLUMNS } from "../tableSource.ts";
import { fitColumn, openColumnMenu, widthOf } from "./headerHandlers.ts";

const RESIZE_BY = 16;

/** What a key does at a header; false where it may move the cursor. */
export function onHeaderKey(surface: Surface, event: KeyboardEvent, { column }: GridPlace): boolean {
  const command = headCommand(event);
  if (command === null) return false;
  event.preventDefault();
  if (command === "filter") surface.onFilter();
  if (command === "clear") surface.actions.clearSelection();
  const own = surface.shown().columns[column - STATE_COLUMNS];
  if (own !== undefined) RUN[command]?.(surface, own, column);
  return true;
}

type Run = (surface: Surface, column: Column, place: number) => void;

const RUN: Readonly<Partial<Record<HeadCommand, Run>>> = {
  sort: ({ columnActions }, column) => columnActions.sort(column, false),
  addSort: ({ columnActions }, column) => columnActions.sort(column, true),
  moveLeft: (surface, column, place) => move(surface, column, { place, by: -1 }),
  moveRight: (surface, column, place) => move(surface, column, { place, by: 1 }),
  narrower: (surface, column) => resize(surface, column, -RESIZE_BY),
  wider: (surface, column) => resize(surface, column, RESIZE_BY),
  fit: fitColumn,
  hide: ({ columnActions }, column) => columnActions.setShown([column], false),
  menu: (surface, column, place) => {
    const cell = surface.view.current?.headCell(place) ?? null;
    if (cell !== null) openColumnMenu(surface, column, cell.getBoundingClientRect());
  },
};

/** The cursor goes with the column. */
function move(surface: Surface, column: Column, { place, by }: { readonly place: number; readonly by: number }): void {
  surface.columnActions.move(column, by);
  const last = surface.shown().columns.length + STATE_COLUMNS - 1;
  surface.view.current?.moveTo({ row: -1, column: Math.max(STATE_COLUMNS, Math.min(place + by, last)) });
}

function resize(surface: Surface, column: Column, by: number): void {
  surface.columnActions.setWidth(column, widthOf(surface, column) + by);
}
