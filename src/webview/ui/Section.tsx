import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { count as countText } from "./format/number.ts";
import "./Section.css";

interface Props {
  readonly title: string;
  readonly count?: number;
  /** Controls at the right of the heading. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A titled part of a page. */
export function Section({ title, count, tools, children }: Props) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>
          {title}
          {count !== undefined && <span class="count">{countText(count)}</span>}
        </h2>
        {tools !== undefined && <div class="section-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}
