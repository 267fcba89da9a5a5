import type { ComponentChildren } from "preact";
import "./EmptyState.css";

interface Props {
  readonly title: string;
  /** Why it is so and what may be done. */
  readonly children: ComponentChildren;
  /** Whether it stands in a page that has other parts. */
  readonly isPart?: boolean;
}

/** Instead of a page that has nothing to show: what is the case, and the next step. */
export function EmptyState({ title, children, isPart = false }: Props) {
  const Part = isPart ? "div" : "main";
  return (
    <Part class="empty-state">
      <h1>{title}</h1>
      <p>{children}</p>
    </Part>
  );
}
