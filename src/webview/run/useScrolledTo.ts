import { useLayoutEffect } from "preact/hooks";

const READERS_OWN = ["wheel", "pointerdown", "keydown", "touchstart"] as const;
/** Parts that arrive later than this do not move the page any more. */
const PATIENCE_MS = 2000;

/** Scrolls to where the reader was, again with each part of the page that arrives, until the reader does anything. */
export function useScrolledTo(target: number, ready: boolean): void {
  useLayoutEffect(() => {
    if (!ready || target <= 0) return;
    const growing = new ResizeObserver(() => scrollTo(0, target));
    const late = setTimeout(stop, PATIENCE_MS);
    function stop(): void {
      growing.disconnect();
      clearTimeout(late);
      for (const event of READERS_OWN) removeEventListener(event, stop);
    }
    for (const event of READERS_OWN) addEventListener(event, stop);
    growing.observe(document.body);
    scrollTo(0, target);
    return stop;
  }, [ready, target]);
}
