import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export interface Viewport {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How far an element is scrolled sideways, and how large it is; null until it was measured. Steps of scrolling are
 * coarse, so that few are drawn.
 */
export function useViewport(scroller: RefObject<HTMLElement | null>): Viewport | null {
  const [view, setView] = useState<Viewport | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const update = (): void => {
      const next = {
        left: Math.floor(element.scrollLeft / STEP) * STEP,
        // The box is as wide as its table, which in turn is as wide as there is space for: so the space is asked.
        width: element.parentElement?.clientWidth ?? element.clientWidth,
        height: element.clientHeight,
      };
      setView((was) => (was !== null && isSame(was, next) ? was : next));
    };
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    if (element.parentElement !== null) observer.observe(element.parentElement);
    element.addEventListener("scroll", update, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", update);
    };
  }, [scroller]);
  return view;
}

function isSame(a: Viewport, b: Viewport): boolean {
  return a.left === b.left && a.width === b.width && a.height === b.height;
}

const STEP = 50;
