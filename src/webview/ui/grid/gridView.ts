import { ActiveCell, headCellId } from "./activeCell.ts";
import { type ColumnLayout, columnsBetween, layoutColumns, leftOf, widthOf, widthOfAll } from "./columnLayout.ts";
import type { CursorBounds } from "./cursor.ts";
import { GridRow, type RowSetting } from "./gridRow.ts";
import type { GridPlace, GridSource } from "./gridSource.ts";
import { type Range, rowsBetween, sameRange } from "./range.ts";
import { ScrollMap } from "./scrollMap.ts";
import { Strip } from "./strip.ts";

/** The elements that a grid works in. */
export interface GridParts {
  readonly scroller: HTMLElement;
  /** Above the rows, always in sight. */
  readonly head: HTMLElement;
  /** As tall as all rows together. */
  readonly body: HTMLElement;
  /** Holds the rows that are drawn. */
  readonly rows: HTMLElement;
}

/** What of a grid is drawn. */
export interface GridWindow {
  readonly layout: ColumnLayout;
  readonly rows: Range;
  /** Beside the pinned ones. */
  readonly columns: Range;
}

export interface GridEvents {
  /** Other rows or columns are drawn. */
  onWindow(window: GridWindow): void;
  onCursor(place: GridPlace): void;
}

/** Rows drawn beyond the edges, for where the compositor is ahead of us. */
const MORE_ROWS = 6;
/** Rows stand relative to a row near by: a compositor's numbers are not exact beyond 16 million pixels. */
const ORIGIN_EVERY = 4096;
const SETTLE_MS = 150;

/** Draws the rows and columns in sight, each frame only those that came in. */
export class GridView {
  readonly #parts: GridParts;
  readonly #rowHeight: number;
  readonly #events: GridEvents;
  readonly #map = new ScrollMap();
  readonly #rows: Strip<GridRow>;
  readonly #resized: ResizeObserver;
  readonly #scrolled = () => this.#scroll();
  readonly #active: ActiveCell;
  #source: GridSource = {
    ...{ rows: 0, columns: [], look: null },
    ...{ stampOf: () => null, drawRow: () => undefined, words: () => "" },
  };
  #cursor: GridPlace = { row: 0, column: 0 };
  #window: GridWindow = { layout: { lefts: [0], pinned: 0 }, rows: NONE, columns: NONE };
  #told = this.#window;
  #origin = 0;
  #left = 0;
  #size = { width: 0, height: 0 };
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: GridParts, rowHeight: number, events: GridEvents) {
    this.#parts = parts;
    this.#rowHeight = rowHeight;
    this.#events = events;
    this.#active = new ActiveCell(parts.scroller);
    const topOf = (row: number) => (row - this.#origin) * rowHeight;
    const setting = (): RowSetting => ({ source: this.#source, ...this.#window, topOf });
    this.#rows = new Strip(parts.rows, () => new GridRow(setting));
    parts.scroller.addEventListener("scroll", this.#scrolled, { passive: true });
    this.#resized = new ResizeObserver(() => this.#measure());
    this.#resized.observe(parts.scroller);
    this.#resized.observe(parts.head);
  }

  dispose(): void {
    clearTimeout(this.#settling);
    this.#resized.disconnect();
    this.#parts.scroller.removeEventListener("scroll", this.#scrolled);
  }

  /** What the cursor moves within; a page is what fits into sight, but for a row that stays. */
  get bounds(): CursorBounds {
    const page = Math.max(1, Math.floor(this.#size.height / this.#rowHeight) - 1);
    return { rows: this.#source.rows, columns: this.#source.columns.length, page };
  }

  /** A cell in full, in words. */
  wordsAt(place: GridPlace): string {
    return this.#source.words(place);
  }

  get top(): number {
    return this.#map.top;
  }

  get left(): number {
    return this.#left;
  }

  /** What has the focus. */
  get element(): HTMLElement {
    return this.#parts.scroller;
  }

  /** The rows that are drawn. */
  get rows(): Range {
    return this.#window.rows;
  }

  /** Shows this from now on; rows that are the same as before stay as they are drawn. */
  show(source: GridSource): void {
    if (source.columns !== this.#source.columns) for (const row of this.#rows.slots) row.unbind();
    this.#source = source;
    if (this.#size.height === 0) this.#size = this.#measured();
    this.#layOut();
    this.#draw();
    this.#rows.refresh();
    this.#active.forget();
    this.#mark();
  }

  /** The cell that keys and screen readers are at; rows and columns may be fewer than they were. */
  get cursor(): GridPlace {
    const { rows, columns } = this.#source;
    const { row, column } = this.#cursor;
    return { row: Math.min(row, rows - 1), column: Math.max(0, Math.min(column, columns.length - 1)) };
  }

  set cursor(place: GridPlace) {
    this.#cursor = place;
    this.#mark();
    this.#events.onCursor(place);
  }

  /** Takes the cursor to a cell, and the cell into sight. */
  moveTo(place: GridPlace): void {
    this.reveal(place);
    this.cursor = place;
  }

  /** Scrolls so that these contents are at the top and at the left. */
  scrollTo(top: number, left: number): void {
    this.#parts.scroller.scrollTop = this.#map.moveTo(top);
    this.#parts.scroller.scrollLeft = left;
    this.#draw();
  }

  /** Scrolls no further than is needed to see this cell. */
  reveal({ row, column }: GridPlace): void {
    const { scroller } = this.#parts;
    const { layout } = this.#window;
    const { top } = this.#map;
    const rowTop = row * this.#rowHeight;
    const below = rowTop + this.#rowHeight - this.#size.height;
    const newTop = row < 0 ? top : Math.min(Math.max(top, below), rowTop);
    const beside = leftOf(layout, column) + widthOf(layout, column) - this.#size.width;
    const before = leftOf(layout, column) - leftOf(layout, layout.pinned);
    const isPinned = column < layout.pinned;
    this.scrollTo(newTop, isPinned ? scroller.scrollLeft : Math.min(Math.max(scroller.scrollLeft, beside), before));
  }

  /** The element of a cell, where it is drawn. */
  cell({ row, column }: GridPlace): HTMLElement | undefined {
    return this.#rows.at(row)?.cell(column);
  }

  headCell(column: number): HTMLElement | null {
    return this.#parts.head.querySelector<HTMLElement>(`#${CSS.escape(headCellId(this.element.id, column))}`);
  }

  /** Which cell an element is or is in, in the cursor's column beside the last; null for what is in no row. */
  placeOf(element: Element): GridPlace | null {
    const row = this.#rows.slots.find((one) => one.element.contains(element));
    if (row === undefined) return null;
    const cell = element.closest<HTMLElement>(".grid-cell");
    return { row: row.row, column: (cell === null ? null : row.columnOf(cell)) ?? this.cursor.column };
  }

  #measured(): { width: number; height: number } {
    const { scroller, head } = this.#parts;
    return { width: scroller.clientWidth, height: Math.max(0, scroller.clientHeight - head.offsetHeight) };
  }

  #measure(): void {
    this.#size = this.#measured();
    const { pinned } = this.#window.layout;
    this.#layOut();
    if (pinned !== this.#window.layout.pinned) for (const row of this.#rows.slots) row.unbind();
    this.#draw();
    if (pinned !== this.#window.layout.pinned) this.#rows.refresh();
  }

  #layOut(): void {
    const layout = layoutColumns(this.#source.columns, this.#size.width);
    this.#window = { ...this.#window, layout };
    this.#map.resize(this.#source.rows * this.#rowHeight, this.#size.height);
    const { head, body } = this.#parts;
    body.style.height = `${this.#map.height}px`;
    for (const part of [head, body]) part.style.width = `${widthOfAll(layout)}px`;
  }

  #scroll(): void {
    this.#map.scrolledTo(this.#parts.scroller.scrollTop);
    this.#draw();
  }

  /** Once nobody scrolls: what would cost frames. */
  #settle(): void {
    if (this.#map.shift !== 0) this.#parts.scroller.scrollTop = this.#map.moveTo(this.#map.top);
    this.#rows.tidy();
    for (const row of this.#rows.slots) row.tidy();
  }

  #draw(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
    // Read before anything is written: afterwards it would cost a layout.
    this.#left = this.#parts.scroller.scrollLeft;
    const { layout } = this.#window;
    const { top } = this.#map;
    const all = { height: this.#rowHeight, count: this.#source.rows, more: MORE_ROWS };
    const rows = rowsBetween(top, top + this.#size.height, all);
    const columns = columnsBetween(layout, this.#left, this.#size.width);
    const hasOtherColumns = !sameRange(columns, this.#window.columns);
    this.#window = { layout, rows, columns };
    this.#place(rows.first);
    if (hasOtherColumns) for (const row of this.#rows.slots) row.showColumns();
    this.#rows.show(rows.first, rows.end);
    this.#mark();
    if (sameColumns(this.#told, this.#window) && sameRange(this.#told.rows, rows)) return;
    this.#told = this.#window;
    this.#events.onWindow(this.#window);
  }

  #mark(): void {
    const place = this.cursor;
    this.#active.mark(place, this.cell(place), () => this.#source.words(place));
  }

  /** Moves the rows' parent to where its first row belongs. */
  #place(first: number): void {
    const origin = Math.floor(first / ORIGIN_EVERY) * ORIGIN_EVERY;
    const y = origin * this.#rowHeight + this.#map.shift;
    this.#parts.rows.style.transform = `translateY(${y}px)`;
    if (origin === this.#origin) return;
    this.#origin = origin;
    this.#rows.refresh();
  }
}

const NONE: Range = { first: 0, end: 0 };

export function sameColumns(a: GridWindow, b: GridWindow): boolean {
  return a.layout === b.layout && sameRange(a.columns, b.columns);
}
