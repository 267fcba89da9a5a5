import type { GridPlace } from "./gridSource.ts";

/** Tells a grid's one active cell to eyes (`data-active`) and screen readers, while elements change their place. */
export class ActiveCell {
  readonly #grid: HTMLElement;
  #element: HTMLElement | undefined;

  constructor(grid: HTMLElement) {
    this.#grid = grid;
  }

  /** `element` is undefined where the cell is out of sight; `words` say it in full. */
  mark({ row, column }: GridPlace, element: HTMLElement | undefined, words: string): void {
    if (this.#element !== element) this.#unmark();
    this.#element = element;
    if (element === undefined) {
      // A header cell has its id anyway, and is always in sight.
      if (row < 0) this.#grid.setAttribute("aria-activedescendant", headCellId(this.#grid.id, column));
      else this.#grid.removeAttribute("aria-activedescendant");
      return;
    }
    element.id = `${this.#grid.id}-${row}-${column}`;
    element.dataset.active = "";
    if (words === "") element.removeAttribute("aria-description");
    else element.setAttribute("aria-description", words);
    this.#grid.setAttribute("aria-activedescendant", element.id);
  }

  #unmark(): void {
    this.#element?.removeAttribute("id");
    this.#element?.removeAttribute("data-active");
    this.#element?.removeAttribute("aria-description");
  }
}

export function headCellId(grid: string, column: number): string {
  return `${grid}-head-${column}`;
}
