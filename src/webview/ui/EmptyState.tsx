import type { ComponentChildren } from "preact";
import "./EmptyState.css";

interface Props {
  readonly title: string;
  /** Why it is so and what may be done. */
  readonly children: ComponentChildren;
}

/** Instead of a page that has nothing to show: what is the case, and the next step. */
export function EmptyState({ title, children }: Props) {
  return (
    <main class="empty-state">
      <h1>{title}</h1>
      <p>{children}</p>
    </main>
  );
}
