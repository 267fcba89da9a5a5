import { type Column, columnId } from "../../../../core/model/runsTable.ts";
import { perform } from "../../../ui/announce.tsx";
import { clock } from "../../../ui/clock.ts";
import { openMenu } from "../../../ui/menu/openMenu.ts";
import { boxAt } from "../../../ui/popup/placement.ts";
import { cellText } from "../cells/cellText.ts";
import { typeOf } from "../cells/valueCell.ts";
import { columnTitle } from "../columns/columnTitle.ts";
import { fittedWidth } from "../columns/columnWidth.ts";
import { textMeasure } from "../columns/measureText.ts";
import { profileOf } from "../columns/profiles.ts";
import { loadMenus } from "../menus.ts";
import type { Surface } from "../surface.ts";
import { STATE_COLUMNS } from "../tableSource.ts";
import { followPointer, startColumnDrag } from "./columnDrag.ts";
import type { HeaderHandlers } from "./HeaderCell.tsx";

/** What clicks and drags on headers do. */
export function headerHandlers(surface: Surface): HeaderHandlers {
  const { columnActions: actions, view } = surface;
  return {
    onSort: (column, adds) => actions.sort(column, adds),
    onMenu: (column, opener, event) => {
      event.preventDefault();
      const isByPointer = event.type === "contextmenu" && event.detail !== 0;
      openColumnMenu(
        surface,
        column,
        isByPointer ? boxAt(event.clientX, event.clientY) : opener.getBoundingClientRect(),
      );
    },
    onFit: (column) => fitColumn(surface, column),
    onGrab: (column, from) => {
      const scroller = view.current?.element;
      if (scroller === undefined) return;
      const beforeAt = (x: number) => columnAfter(surface, scroller, x);
      const drop = (before: string | null) => actions.dropBefore(columnId(column), before);
      startColumnDrag({ id: columnId(column), from, scroller, beforeAt, drop });
    },
    onResizeStart: (column, from) => {
      const width = widthOf(surface, column);
      followPointer(from, (by) => actions.setWidth(column, width + by));
    },
  };
}

export function openColumnMenu(
  surface: Surface,
  column: Column,
  beside: Parameters<typeof openMenu>[0]["beside"],
): void {
  const opener = surface.view.current?.element;
  if (opener === undefined) return;
  const asked = {
    column,
    view: surface.model.view.peek(),
    actions: surface.columnActions,
    onFit: () => fitColumn(surface, column),
  };
  const label = columnTitle(column);
  perform(loadMenus().then(({ columnMenu }) => openMenu({ label, entries: columnMenu(asked), beside, opener })));
}

/** As wide as its title and the values on screen. */
export function fitColumn(surface: Surface, column: Column): void {
  const { model, view } = surface;
  const { profiles } = surface.shown();
  const rows = view.current?.rows ?? { first: 0, end: 0 };
  const texts: string[] = [];
  for (let row = rows.first; row < rows.end; row++) {
    const head = model.lines.head(row);
    const isLabel = column.kind === "attribute" && column.key === "label";
    const value = isLabel
      ? head?.kind === "run"
        ? head.row.label
        : undefined
      : model.lines.cell(row, columnId(column));
    if (value !== undefined) texts.push(cellText(value, typeOf(profileOf(profiles, column)), clock.peek()));
  }
  surface.columnActions.setWidth(column, fittedWidth(column, texts, textMeasure()));
}

export function widthOf(surface: Surface, column: Column): number {
  const id = columnId(column);
  return surface.shown().source.columns.find((one) => one.id === id)?.width ?? 0;
}

/** The id of the first column whose middle lies behind a place of the window; null where none does. */
function columnAfter(surface: Surface, scroller: HTMLElement, x: number): string | null {
  const cells = [...scroller.querySelectorAll<HTMLElement>(".column-head")];
  const behind = cells.find((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return x < (left + right) / 2;
  });
  const index = Number(behind?.getAttribute("aria-colindex") ?? 0) - 1;
  const column = surface.shown().columns[index - STATE_COLUMNS];
  return column === undefined ? null : columnId(column);
}
