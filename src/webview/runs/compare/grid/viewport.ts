import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export interface Viewport {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** How far an element is scrolled sideways, and how large it is; steps of scrolling are coarse, so that few are drawn. */
export function useViewport(scroller: RefObject<HTMLElement | null>): Viewport {
  const [view, setView] = useState<Viewport>({ left: 0, width: 1000, height: 600 });
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
      setView((was) => (was.left === next.left && was.width === next.width && was.height === next.height ? was : next));
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

const STEP = 50;
