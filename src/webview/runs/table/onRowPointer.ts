import { perform } from "../../ui/announce.tsx";
import type { GridPlace } from "../../ui/grid/gridSource.ts";
import { boxAt } from "../../ui/popup/placement.ts";
import { loadMenus } from "./menus.ts";
import { isSelected } from "./selection.ts";
import type { Surface } from "./surface.ts";
import { STATE_COLUMNS } from "./tableSource.ts";

/** What a click of any kind does in a line. */
export function onRowPointer(surface: Surface, event: MouseEvent, place: GridPlace): void {
  if (event.type === "click") onClick(surface, event, place);
  else if (event.type === "auxclick" && event.button === 1) open(surface, place, true);
  else if (event.type === "dblclick" && !isOnLink(event)) open(surface, place, event.ctrlKey || event.altKey);
  else if (event.type === "contextmenu") onContext(surface, event, place);
}

function onClick(surface: Surface, event: MouseEvent, place: GridPlace): void {
  const { actions, model } = surface;
  const { row } = place;
  const head = model.lines.head(row);
  const ctrl = event.ctrlKey || event.metaKey;
  if (event.shiftKey) perform(actions.extendTo(row, ctrl));
  else if (head?.kind === "group") model.setOpen(head.key, !head.open);
  else if (ctrl) actions.toggle(row);
  else if (place.column < STATE_COLUMNS && head?.kind === "run") actions.togglePinned([head.row.ref]);
  else if (isOnLink(event)) open(surface, place, event.altKey);
  else actions.select(row);
}

function isOnLink({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest(".run-link") !== null;
}

function open({ model, actions }: Surface, { row }: GridPlace, toSide: boolean): void {
  const head = model.lines.head(row);
  if (head?.kind === "run") actions.open(head.row.ref, toSide);
}

/** A run that is not selected becomes so, so that it is plain what the menu is about. */
function onContext(surface: Surface, event: MouseEvent, place: GridPlace): void {
  event.preventDefault();
  const ref = surface.actions.refAt(place.row);
  if (ref !== null && !isSelected(surface.model.selection.peek(), ref)) surface.actions.select(place.row);
  const at = boxAt(event.clientX, event.clientY);
  perform(loadMenus().then(({ openRowMenu }) => openRowMenu(surface, place, at)));
}
