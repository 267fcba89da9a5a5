import type { RunGrouping, RunOrder } from "../../core/model/views.ts";

/** How the user wants the runs listed; kept for the workspace. */
export interface Choices {
  readonly order: RunOrder;
  readonly grouping: RunGrouping;
  /** As in the filter box: an expression of the search language, or words. */
  readonly filter: string;
  /** Whether only runs are listed of which something could not be read as it stands. */
  readonly onlyProblems: boolean;
  readonly showDeleted: boolean;
}

export const DEFAULT_CHOICES: Choices = {
  order: { by: "start", descending: true },
  grouping: "parent",
  filter: "",
  onlyProblems: false,
  showDeleted: false,
};

/** Whether any run may be left out because of what was asked for. */
export function isFiltered({ filter, onlyProblems }: Pick<Choices, "filter" | "onlyProblems">): boolean {
  return filter !== "" || onlyProblems;
}

/** Where the choices come from; the tree asks each time. */
export interface ChoiceSource {
  current(): Choices;
}

/** What was kept by another session, or another version: only what is known is taken. */
export function readChoices(kept: unknown, fallback: Choices): Choices {
  if (typeof kept !== "object" || kept === null) return fallback;
  const { order, grouping, filter, onlyProblems, showDeleted } = kept as Record<string, unknown>;
  return {
    order: readOrder(order) ?? fallback.order,
    grouping: GROUPINGS.find((known) => known === grouping) ?? fallback.grouping,
    filter: typeof filter === "string" ? filter : fallback.filter,
    onlyProblems: typeof onlyProblems === "boolean" ? onlyProblems : fallback.onlyProblems,
    showDeleted: typeof showDeleted === "boolean" ? showDeleted : fallback.showDeleted,
  };
}

const GROUPINGS: readonly RunGrouping[] = ["parent", "none", "status", "day"];

function readOrder(kept: unknown): RunOrder | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { by, descending } = kept as Record<string, unknown>;
  if (typeof descending !== "boolean") return null;
  if (by === "start" || by === "name") return { by, descending };
  if (typeof by !== "object" || by === null) return null;
  const { metric } = by as Record<string, unknown>;
  return typeof metric === "string" ? { by: { metric }, descending } : null;
}
