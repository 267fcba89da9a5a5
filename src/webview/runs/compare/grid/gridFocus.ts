import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type GridPlace, type GridSize, gridMove } from "./gridMoves.ts";

/** In `data-row`: the row of column heads. In `data-column`: one cell for all columns. */
export const HEAD = "head";
export const ALL = "all";

export interface GridFocus {
  /** Brings a cell into sight and gives it the focus, drawn or not. */
  focus(place: GridPlace): void;
  onKeyDown(event: KeyboardEvent): void;
}

interface Layout {
  readonly scroller: RefObject<HTMLElement | null>;
  size(): GridSize;
  /** Scrolls so that a cell that is not drawn will be. */
  approach(place: GridPlace): void;
}

/** Keys and focus of a grid that draws only what is on screen. The grid is one tab stop, arrows move among its cells. */
export function useGridFocus({ scroller, size, approach }: Layout): GridFocus {
  const wanted = useRef<GridPlace | null>(null);
  const settle = (): void => {
    const cell = wanted.current && cellAt(scroller.current, wanted.current);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  };
  useLayoutEffect(settle);
  const focus = (place: GridPlace): void => {
    wanted.current = place;
    if (cellAt(scroller.current, place) === null) approach(place);
    settle();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target === null || event.altKey) return;
    const cell = target.closest<HTMLElement>("[data-column]");
    if (cell === null) enter(event, focus);
    // Within a cell its own controls have the keys, but for the arrows.
    else if (target === cell || event.key.startsWith("Arrow") || event.key === "Escape") {
      onCellKey(event, cell, size(), focus);
    }
  };
  return { focus, onKeyDown };
}

type Focus = GridFocus["focus"];

/** From the grid itself into its first row. */
function enter(event: KeyboardEvent, focus: Focus): void {
  if (event.key === "ArrowDown" || event.key === "Enter") take(event, () => focus({ row: 0, column: -1 }));
}

function onCellKey(event: KeyboardEvent, cell: HTMLElement, size: GridSize, focus: Focus): void {
  if (event.key === "Escape") take(event, () => cell.closest<HTMLElement>("[role=grid]")?.focus());
  else if (event.key === "Enter" || event.key === " " || isCopy(event)) press(event, cell);
  else {
    const to = gridMove(placeOf(cell), event.key, event.ctrlKey || event.metaKey, size);
    if (to !== null) take(event, () => focus(to));
  }
}

/** A row that says one thing for all columns has one cell beside its head. */
function cellAt(root: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null {
  const line = root?.querySelector(`[data-row="${row < 0 ? HEAD : row}"]`);
  return (
    line?.querySelector<HTMLElement>(`[data-column="${column}"]`) ??
    line?.querySelector<HTMLElement>(`[data-column="${ALL}"]`) ??
    null
  );
}

function placeOf(cell: HTMLElement): GridPlace {
  const row = cell.closest<HTMLElement>("[data-row]")?.dataset.row ?? HEAD;
  const { column } = cell.dataset;
  return { row: row === HEAD ? -1 : Number(row), column: column === ALL ? 0 : Number(column) };
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

function press(event: KeyboardEvent, cell: HTMLElement): void {
  const button = cell.querySelector("button");
  if (button !== null) take(event, () => button.click());
}

function isCopy(event: KeyboardEvent): boolean {
  return event.key === "c" && (event.ctrlKey || event.metaKey) && (getSelection()?.isCollapsed ?? true);
}
