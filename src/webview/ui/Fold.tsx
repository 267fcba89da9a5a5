import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";
import "./Fold.css";

interface Props {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  readonly children: () => ComponentChildren;
}

/** Something folded away until it is asked for; what is inside is not even rendered before. */
export function Fold({ summary, open: first = false, children }: Props) {
  const [open, setOpen] = useState(first);
  return (
    <div class="fold">
      <button type="button" class="fold-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        <span class="fold-summary">{summary}</span>
      </button>
      {open && <div class="fold-body">{children()}</div>}
    </div>
  );
}
