import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useDismiss } from "./useDismiss.ts";
import { usePlaced } from "./usePlaced.ts";
import "./floating.css";

interface Props {
  readonly label: string;
  /** What opened it, to which the focus returns. */
  readonly opener: HTMLElement;
  readonly class: string;
  readonly children: ComponentChildren;
  onClose(): void;
}

/** A small dialog beside the button that opened it. Escape and presses elsewhere close it. */
export function Popover({ label, opener, class: look, children, onClose }: Props) {
  const popup = useRef<HTMLDivElement>(null);
  usePlaced(popup, () => opener.getBoundingClientRect());
  useDismiss(popup, opener, onClose);
  useLayoutEffect(() => {
    const first = popup.current?.querySelector<HTMLElement>("input, button");
    first?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
    opener.focus();
  };
  return (
    <div ref={popup} class={`floating ${look}`} popover="manual" role="dialog" aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
