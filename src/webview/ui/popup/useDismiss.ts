import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * Calls back when somebody presses beside a popup or leaves the window; presses on `opener` are its own affair. Whoever
 * has the focus inside handles Escape.
 */
export function useDismiss(popup: RefObject<HTMLElement | null>, opener: Element | null, dismiss: () => void): void {
  const latest = useRef(dismiss);
  latest.current = dismiss;
  useEffect(() => {
    const onPress = (event: Event) => {
      const target = event.target instanceof Node ? event.target : null;
      if (popup.current?.contains(target) || opener?.contains(target)) return;
      // A popup that this one opened is no place beside it.
      if (target instanceof Element && target.closest("[popover]") !== null) return;
      latest.current();
    };
    const onLeave = () => latest.current();
    document.addEventListener("pointerdown", onPress, true);
    window.addEventListener("blur", onLeave);
    return () => {
      document.removeEventListener("pointerdown", onPress, true);
      window.removeEventListener("blur", onLeave);
    };
  }, [popup, opener]);
}
