import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Icon } from "../Icon.tsx";
import type { IconName } from "../iconPaths.ts";
import { Popover } from "./Popover.tsx";

interface Props {
  readonly icon: IconName;
  readonly text: string;
  /** Beside the text, dimmed. */
  readonly fact?: string;
  /** Of what opens. */
  readonly label: string;
  readonly class: string;
  /** What opens; `close` gives the focus back. */
  children(close: () => void): ComponentChildren;
}

/** A button that opens a small dialog below itself. */
export function DropButton({ icon, text, fact, label, class: look, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="text-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={icon} />
        {text}
        {fact !== undefined && <span class="button-fact">{fact}</span>}
      </button>
      {isOpen && button.current !== null && (
        <Popover label={label} opener={button.current} class={look} onClose={() => setOpen(false)}>
          {children(close)}
        </Popover>
      )}
    </>
  );
}
