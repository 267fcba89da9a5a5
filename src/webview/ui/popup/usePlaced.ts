import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { type Box, placeBeside } from "./placement.ts";

/** Shows an element above everything else, beside a box of the window; again where its contents or the window change. */
export function usePlaced(element: RefObject<HTMLElement | null>, anchor: () => Box): void {
  useLayoutEffect(() => {
    const popup = element.current;
    if (popup === null) return;
    const place = () => {
      popup.style.maxHeight = "";
      const size = { width: popup.offsetWidth, height: popup.scrollHeight };
      const placed = placeBeside(anchor(), size, { width: innerWidth, height: innerHeight });
      popup.style.left = `${placed.left}px`;
      popup.style.top = `${placed.top}px`;
      popup.style.maxHeight = `${placed.maxHeight}px`;
    };
    popup.showPopover();
    place();
    const resized = new ResizeObserver(place);
    resized.observe(document.documentElement);
    resized.observe(popup);
    return () => resized.disconnect();
  }, [element]);
}
