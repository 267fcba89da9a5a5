import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { rowWindow, type VirtualRows } from "./rowWindow.ts";

/** Up to this many rows are simply there, so that the browser's own search finds them. */
export const VIRTUAL_FROM = 200;

const OVERSCAN_PX = 400;

export interface RowView extends VirtualRows {
  /** Where a row begins, in pixels from the first; an estimate where rows before it were never drawn. */
  topOf(row: number): number;
}

/**
 * Which of `count` rows to draw inside a scrolling element, where there are more than `from`. Rows may differ in height:
 * those drawn are measured by their `data-row`, the others are taken to be `estimate` pixels high.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  estimate: number,
  from = VIRTUAL_FROM,
): RowView {
  const virtual = count > from;
  const heights = useRef<number[]>([]);
  const [view, setView] = useState({ top: 0, height: 800 });
  const [, remeasured] = useState(0);

  useEffect(() => {
    const element = scroller.current;
    if (element === null || !virtual) return;
    const update = () => setView({ top: element.scrollTop, height: element.clientHeight });
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    element.addEventListener("scroll", update, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", update);
    };
  }, [scroller, virtual]);

  if (heights.current.length !== count) heights.current = new Array<number>(count).fill(estimate);

  useLayoutEffect(() => {
    if (virtual && scroller.current !== null && measure(scroller.current, heights.current)) {
      remeasured((n) => n + 1);
    }
  });

  const topOf = (row: number): number => {
    let top = 0;
    for (let index = 0; index < row; index++) top += heights.current[index] ?? 0;
    return top;
  };
  if (!virtual) return { first: 0, end: count, before: 0, after: 0, topOf };
  return { ...rowWindow(heights.current, view.top - OVERSCAN_PX, view.top + view.height + OVERSCAN_PX), topOf };
}

/** Notes the heights of the rows drawn; whether any differs from what was assumed. */
function measure(scroller: HTMLElement, heights: number[]): boolean {
  let changed = false;
  for (const row of scroller.querySelectorAll<HTMLElement>("[data-row]")) {
    const index = Number(row.dataset.row);
    const height = row.offsetHeight;
    if (index < heights.length && Math.abs((heights[index] ?? 0) - height) > 0.5) {
      heights[index] = height;
      changed = true;
    }
  }
  return changed;
}
