import { type Column, type ColumnProfile, columnId, type TableView } from "../../../../core/model/runsTable.ts";
import { type Profiles, profileOf, subjectOf } from "./profiles.ts";

export interface ShownColumns {
  /** From left to right, pinned ones first. */
  readonly columns: readonly Column[];
  /** Left out because every run has the same value. */
  readonly constant: readonly ColumnProfile[];
}

const LABEL = "attribute.label";

/**
 * Of the chosen columns those that are shown. With `hideConstant` one whose value is the same in all runs is not, but for
 * the label and what runs are ordered by; nor is one that no run has any more. Without profiles (null) all are.
 */
export function shownColumns(
  chosen: readonly Column[],
  view: Pick<TableView, "pinned" | "hideConstant" | "order">,
  profiles: Profiles | null,
): ShownColumns {
  const ordered = new Set(view.order.map(({ column }) => subjectOf(column)));
  const constant: ColumnProfile[] = [];
  const columns = chosen.filter((column) => {
    const subject = subjectOf(column);
    if (profiles === null || subject === LABEL) return true;
    const profile = profileOf(profiles, column);
    if (profile === undefined) return false;
    if (!view.hideConstant || !profile.constant || ordered.has(subject)) return true;
    if (hasChoice(profile)) constant.push(profile);
    return !hasChoice(profile);
  });
  const isPinned = (column: Column) => view.pinned.includes(columnId(column));
  return { columns: [...columns.filter(isPinned), ...columns.filter((column) => !isPinned(column))], constant };
}

/** With a single run everything is constant, and hiding it would say nothing. */
function hasChoice({ present, missing }: ColumnProfile): boolean {
  return present + missing > 1;
}
