import { signal } from "@preact/signals";

/** A column under way, and the one before which it would be put (null: behind all). */
export interface ColumnDrag {
  readonly id: string;
  readonly before: string | null;
}

/** A press becomes a drag once the pointer moved so far. */
const THRESHOLD = 5;
/** Near the edge of what is in sight it scrolls, so much each time the pointer moves. */
const EDGE = 28;
const SCROLL = 14;

/** The column that is dragged on this page. */
export const columnDrag = signal<ColumnDrag | null>(null);

interface Drag {
  readonly id: string;
  readonly from: PointerEvent;
  readonly scroller: HTMLElement;
  /** The id of the column before which a place lies, counted in CSS pixels of the window; null behind all. */
  beforeAt(x: number): string | null;
  drop(before: string | null): void;
}

/** Follows the pointer until it is let go; Escape leaves everything as it was. */
export function startColumnDrag({ id, from, scroller, beforeAt, drop }: Drag): void {
  const onMove = (event: PointerEvent) => {
    if (columnDrag.value === null && Math.abs(event.clientX - from.clientX) < THRESHOLD) return;
    const { left, right } = scroller.getBoundingClientRect();
    if (event.clientX > right - EDGE) scroller.scrollLeft += SCROLL;
    else if (event.clientX < left + EDGE) scroller.scrollLeft -= SCROLL;
    columnDrag.value = { id, before: beforeAt(event.clientX) };
  };
  const stop = () => {
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", onUp);
    window.removeEventListener("pointercancel", stop);
    window.removeEventListener("keydown", onKey, true);
    columnDrag.value = null;
  };
  const onUp = () => {
    const drag = columnDrag.value;
    stop();
    if (drag === null) return;
    // The click that follows is the end of the drag, not one on a title.
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, true), 0);
    drop(drag.before);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    stop();
  };
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", onUp);
  window.addEventListener("pointercancel", stop);
  window.addEventListener("keydown", onKey, true);
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

/** Calls back with how far the pointer went, until it is let go. */
export function followPointer(from: PointerEvent, moved: (by: number) => void): void {
  const onMove = (event: PointerEvent) => moved(event.clientX - from.clientX);
  const stop = () => {
    window.removeEventListener("pointermove", onMove);
    window.removeEventListener("pointerup", stop);
    window.removeEventListener("pointercancel", stop);
  };
  window.addEventListener("pointermove", onMove);
  window.addEventListener("pointerup", stop);
  window.addEventListener("pointercancel", stop);
}
