import { moveCursor } from "./cursor.ts";
import type { GridPlace } from "./gridSource.ts";
import type { GridParts, GridView } from "./gridView.ts";

export interface GridHandlers {
  /** Whether the key did something; else it may move the cursor. */
  onKey(event: KeyboardEvent, place: GridPlace): boolean;
  /** The cursor was moved by a key; `isExtending` with Shift. */
  onMove(place: GridPlace, isExtending: boolean): void;
  /** A click of any kind on a cell. */
  onPointer(event: MouseEvent, place: GridPlace): void;
}

const CLICKS = ["click", "dblclick", "auxclick", "contextmenu"] as const;

/** Takes keys and clicks of a grid to its cursor and handlers; returns what stops it. */
export function listenTo({ scroller, body }: GridParts, view: GridView, handlers: GridHandlers): () => void {
  const onKey = (event: KeyboardEvent) => {
    // A control within a header has its keys to itself.
    if (event.target !== scroller) return;
    if (!handlers.onKey(event, view.cursor)) {
      const to = moveCursor(view.cursor, event, view.bounds);
      if (to === null) return;
      view.moveTo(to);
      handlers.onMove(to, event.shiftKey);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointer = (event: MouseEvent) => {
    const at = event.target instanceof Element ? view.placeOf(event.target) : null;
    if (at === null) return;
    view.cursor = at;
    handlers.onPointer(event, at);
  };
  const hover = hoverWords(view);
  scroller.addEventListener("keydown", onKey);
  for (const click of CLICKS) body.addEventListener(click, onPointer);
  body.addEventListener("pointerover", hover.over);
  body.addEventListener("pointerleave", hover.leave);
  return () => {
    scroller.removeEventListener("keydown", onKey);
    for (const click of CLICKS) body.removeEventListener(click, onPointer);
    body.removeEventListener("pointerover", hover.over);
    body.removeEventListener("pointerleave", hover.leave);
  };
}

/** Gives the cell under the pointer its words as a title, and no other: setting all would cost each frame of scrolling. */
function hoverWords(view: GridView) {
  let titled: HTMLElement | null = null;
  const leave = () => {
    titled?.removeAttribute("title");
    titled = null;
  };
  const over = (event: PointerEvent) => {
    leave();
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>(".grid-cell") : null;
    const place = cell === null ? null : view.placeOf(cell);
    if (cell === null || place === null) return;
    const words = view.wordsAt(place);
    if (words !== "") cell.title = words;
    titled = cell;
  };
  return { over, leave };
}
