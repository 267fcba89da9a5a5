import { announce, perform } from "../../ui/announce.tsx";
import type { GridPlace } from "../../ui/grid/gridSource.ts";
import { t } from "../../ui/l10n.ts";
import { type RowCommand, rowCommand } from "./keys.ts";
import { loadMenus } from "./menus.ts";
import { EVERYTHING, selectedCount } from "./selection.ts";
import type { Surface } from "./surface.ts";
import { STATE_COLUMNS } from "./tableSource.ts";
import { textAt } from "./textAt.ts";

/** What a key does in a line; false where it may move the cursor. */
export function onRowKey(surface: Surface, event: KeyboardEvent, place: GridPlace): boolean {
  const command = rowCommand(event) ?? groupCommand(surface, event, place);
  if (command === null) return false;
  event.preventDefault();
  RUN[command](surface, place);
  return true;
}

/** In the first columns of a group arrows open and close it, as in a tree. */
function groupCommand({ model }: Surface, { key }: KeyboardEvent, { row, column }: GridPlace): RowCommand | null {
  const head = model.lines.head(row);
  if (head?.kind !== "group" || column > STATE_COLUMNS) return null;
  if (key === "ArrowRight" && !head.open) return "expand";
  return key === "ArrowLeft" && head.open ? "collapse" : null;
}

type Run = (surface: Surface, place: GridPlace) => void;

const RUN: Readonly<Record<RowCommand, Run>> = {
  open: (surface, place) => open(surface, place, false),
  openToSide: (surface, place) => open(surface, place, true),
  pin,
  toggleSelection: ({ actions }, { row }) => actions.toggle(row),
  selectAll,
  clear: ({ actions }) => actions.clearSelection(),
  copy,
  menu: (surface, place) => {
    const cell = surface.view.current?.cell(place);
    if (cell === undefined) return;
    perform(loadMenus().then(({ openRowMenu }) => openRowMenu(surface, place, cell.getBoundingClientRect())));
  },
  filter: ({ onFilter }) => onFilter(),
  expand: (surface, { row }) => setOpen(surface, row, true),
  collapse: (surface, { row }) => setOpen(surface, row, false),
};

function open(surface: Surface, { row }: GridPlace, toSide: boolean): void {
  const head = surface.model.lines.head(row);
  if (head?.kind === "run") surface.actions.open(head.row.ref, toSide);
  else if (head?.kind === "group") surface.model.setOpen(head.key, !head.open);
}

function pin({ actions }: Surface, { row }: GridPlace): void {
  const ref = actions.refAt(row);
  if (ref !== null) perform(actions.meantBy(ref).then((refs) => actions.togglePinned(refs)));
}

function selectAll({ model }: Surface): void {
  model.selection.value = EVERYTHING;
  announce(t("{0} runs selected", model.lines.counts?.runs ?? 0));
}

/** The cell under the cursor exactly; with several runs selected their rows. */
function copy(surface: Surface, place: GridPlace): void {
  const { model, actions } = surface;
  if (selectedCount(model.selection.peek(), model.lines.counts?.runs ?? 0) > 1) {
    perform(actions.selectedRuns().then((runs) => runs !== null && actions.copyRows(runs, "markdown")));
    return;
  }
  const text = textAt(surface, place);
  if (text !== null) surface.copy(text);
}

function setOpen({ model }: Surface, row: number, isOpen: boolean): void {
  const head = model.lines.head(row);
  if (head?.kind === "group") model.setOpen(head.key, isOpen);
}
