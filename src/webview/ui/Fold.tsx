import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import { useKept } from "./kept.ts";
import "./Fold.css";

interface Props {
  readonly summary: ComponentChildren;
  /** Unique on the page: under it a page that keeps its state remembers whether this is open. */
  readonly name?: string;
  readonly children: () => ComponentChildren;
}

/** Something folded away until it is asked for; what is inside is not even rendered before. */
export function Fold({ summary, name, children }: Props) {
  const [open, setOpen] = useKept(name, false);
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
