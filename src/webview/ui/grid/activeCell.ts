import type { GridPlace } from "./gridSource.ts";

/** Tells a grid's one active cell to eyes (`data-active`) and screen readers, while elements change their place. */
export class ActiveCell {
  readonly #grid: HTMLElement;
  #element: HTMLElement | undefined;
  #place = NOWHERE;

  constructor(grid: HTMLElement) {
    this.#grid = grid;
  }

  /** `element` is undefined where the cell is out of sight; `words` say it in full. */
  mark(place: GridPlace, element: HTMLElement | undefined, words: () => string): void {
    const { row, column } = place;
    if (this.#element === element && this.#place.row === row && this.#place.column === column) return;
    this.#unmark();
    this.#element = element;
    this.#place = place;
    if (element === undefined) {
      // A header cell has its id anyway, and is always in sight.
      if (row < 0) this.#grid.setAttribute("aria-activedescendant", headCellId(this.#grid.id, column));
      else this.#grid.removeAttribute("aria-activedescendant");
      return;
    }
    element.id = `${this.#grid.id}-${row}-${column}`;
    element.dataset.active = "";
    const said = words();
    if (said !== "") element.setAttribute("aria-description", said);
    this.#grid.setAttribute("aria-activedescendant", element.id);
  }

  /** What a cell says may have changed. */
  forget(): void {
    this.#place = NOWHERE;
  }

  #unmark(): void {
    this.#element?.removeAttribute("id");
    this.#element?.removeAttribute("data-active");
    this.#element?.removeAttribute("aria-description");
  }
}

const NOWHERE: GridPlace = { row: Number.NaN, column: Number.NaN };

export function headCellId(grid: string, column: number): string {
  return `${grid}-head-${column}`;
}
