import { type ColumnLayout, leftOf, widthOf } from "./columnLayout.ts";
import type { GridSource } from "./gridSource.ts";
import type { Range } from "./range.ts";
import { type Slot, Strip } from "./strip.ts";

/** What all rows of a grid have in common at a time. */
export interface RowSetting {
  readonly source: GridSource;
  readonly layout: ColumnLayout;
  /** The columns drawn beside the pinned ones. */
  readonly columns: Range;
  /** Top of a row, in CSS pixels within the rows' parent. */
  topOf(row: number): number;
}

/** The first row below the header is 2 for screen readers. */
const FIRST_ROW_INDEX = 2;

/** One row's elements, used for one row after another. */
export class GridRow implements Slot {
  readonly element = document.createElement("div");
  readonly #setting: () => RowSetting;
  readonly #box = document.createElement("div");
  readonly #pinned: Strip<GridCell>;
  readonly #scrolled: Strip<GridCell>;
  #row = -1;
  #look: unknown;
  #stamp: unknown;
  #bound = false;

  constructor(setting: () => RowSetting) {
    this.#setting = setting;
    this.element.setAttribute("role", "row");
    this.#box.className = "grid-pinned";
    this.#box.setAttribute("role", "none");
    this.element.append(this.#box);
    const make = () => new GridCell(setting, () => this.#row);
    this.#pinned = new Strip(this.#box, make);
    this.#scrolled = new Strip(this.element, make);
  }

  get row(): number {
    return this.#row;
  }

  show(row: number): void {
    const { source, topOf } = this.#setting();
    const stamp = source.stampOf(row);
    const isDrawn = this.#bound && row === this.#row && source.look === this.#look && stamp === this.#stamp;
    this.element.style.transform = `translateY(${topOf(row)}px)`;
    if (isDrawn) return;
    this.#row = row;
    this.#look = source.look;
    this.#stamp = stamp;
    this.element.setAttribute("aria-rowindex", String(row + FIRST_ROW_INDEX));
    source.drawRow(this.element, row);
    if (!this.#bound) this.#bind();
    for (const cell of this.#pinned.slots) cell.draw();
    for (const cell of this.#scrolled.slots) cell.draw();
  }

  /** Only the cells that came into sight are drawn. */
  showColumns(): void {
    if (!this.#bound) return;
    const { layout, columns } = this.#setting();
    this.#pinned.show(0, layout.pinned);
    this.#scrolled.show(columns.first, columns.end);
  }

  /** As in a strip. */
  tidy(): void {
    this.#scrolled.tidy();
  }

  /** After columns changed every cell may be another one's: bound anew when next shown. */
  unbind(): void {
    this.#bound = false;
  }

  #bind(): void {
    const { layout } = this.#setting();
    this.#bound = true;
    this.#box.style.width = `${leftOf(layout, layout.pinned)}px`;
    this.showColumns();
    this.#pinned.refresh();
    this.#scrolled.refresh();
  }

  cell(column: number): HTMLElement | undefined {
    return (this.#pinned.at(column) ?? this.#scrolled.at(column))?.element;
  }

  /** The column of one of its cells; null where it has no such cell. */
  columnOf(element: HTMLElement): number | null {
    const own = (cell: GridCell) => cell.element === element;
    return (this.#pinned.slots.find(own) ?? this.#scrolled.slots.find(own))?.column ?? null;
  }
}

class GridCell implements Slot {
  readonly element = document.createElement("div");
  readonly #setting: () => RowSetting;
  readonly #row: () => number;
  #draw: (row: number) => void = () => undefined;
  column = -1;

  constructor(setting: () => RowSetting, row: () => number) {
    this.#setting = setting;
    this.#row = row;
  }

  show(column: number): void {
    const { source, layout } = this.#setting();
    this.column = column;
    const { element } = this;
    element.className = "grid-cell";
    element.setAttribute("role", "gridcell");
    element.style.cssText = `left: ${leftOf(layout, column)}px; width: ${widthOf(layout, column)}px`;
    element.setAttribute("aria-colindex", String(column + 1));
    element.replaceChildren();
    this.#draw = source.columns[column]?.bind(element) ?? (() => undefined);
    this.draw();
  }

  draw(): void {
    this.#draw(this.#row());
  }
}
