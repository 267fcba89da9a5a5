import type { RunRef } from "../../../core/model/run.ts";
import type { GroupLine, TableRuns } from "../../../core/model/runsTable.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { perform } from "../../ui/announce.tsx";
import { counted, t } from "../../ui/l10n.ts";
import { LINE, type MenuEntry } from "../../ui/menu/menuEntry.ts";
import type { TableActions } from "./tableActions.ts";

interface RunAsked {
  readonly ref: RunRef;
  readonly id: string;
  /** The runs that are meant: the selected ones where this is one of them. */
  readonly meant: readonly RunRef[];
  readonly arePinned: boolean;
  readonly isBaseline: boolean;
  /** The value below the pointer, as it is copied; null where there is none. */
  readonly value: string | null;
  readonly column: ColumnEntries;
  readonly actions: TableActions;
  copy(text: string): void;
}

/** What the column below the pointer adds. */
export interface ColumnEntries {
  /** Null where grouping by it is of no use. */
  readonly groupBy: (() => void) | null;
  readonly filterTo: (() => void) | null;
}

/** What can be done with a run, or with those selected together with it. */
export function runMenu(asked: RunAsked): readonly MenuEntry[] {
  const { ref, id, meant, arePinned, isBaseline, value, column, actions, copy } = asked;
  const runs: TableRuns = { refs: meant };
  return [
    { kind: "item", label: t("Open"), icon: "open", keys: t("Enter"), run: () => actions.open(ref, false) },
    { kind: "item", label: t("Open to the Side"), keys: t("Ctrl+Enter"), run: () => actions.open(ref, true) },
    LINE,
    {
      kind: "item",
      label: pinLabel(arePinned, meant.length),
      icon: "pin",
      keys: t("Space"),
      run: () => perform(actions.setPinned(meant, !arePinned)),
    },
    {
      kind: "item",
      label: isBaseline ? t("No Longer Baseline") : t("Set as Baseline"),
      icon: "flag",
      run: () => perform(actions.setBaseline(isBaseline ? null : ref)),
    },
    LINE,
    ...columnEntries(column),
    { kind: "item", label: t("Copy ID"), icon: "copy", run: () => copy(id) },
    ...(value === null ? [] : [copyValue(value, copy)]),
    {
      kind: "item",
      label: counted(meant.length, "Copy Row as Markdown", "Copy {0} Rows as Markdown"),
      run: () => actions.copyRows(runs, "markdown"),
    },
    {
      kind: "item",
      label: counted(meant.length, "Copy Row as CSV", "Copy {0} Rows as CSV"),
      run: () => actions.copyRows(runs, "csv"),
    },
  ];
}

function pinLabel(arePinned: boolean, runs: number): string {
  if (arePinned) return counted(runs, "Unpin", "Unpin {0} Runs");
  return counted(runs, "Pin to Comparison", "Pin {0} Runs to Comparison");
}

const VALUE_SHOWN = 30;

function copyValue(value: string, copy: (text: string) => void): MenuEntry {
  const shown = visibleText(value.slice(0, VALUE_SHOWN));
  const label = t("Copy {0}", value.length > VALUE_SHOWN ? `${shown}…` : shown);
  return { kind: "item", label, keys: t("Ctrl+C"), run: () => copy(value) };
}

function columnEntries({ groupBy, filterTo }: ColumnEntries): MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (filterTo !== null)
    entries.push({ kind: "item", label: t("Filter to This Value"), icon: "funnel", run: filterTo });
  if (groupBy !== null) entries.push({ kind: "item", label: t("Group by This Value"), icon: "group", run: groupBy });
  return entries.length === 0 ? [] : [...entries, LINE];
}

interface GroupAsked {
  readonly group: Pick<GroupLine, "open" | "runs">;
  readonly filterTo: (() => void) | null;
  onToggle(): void;
  onSelect(): void;
  onOpenAll(): void;
  onCloseAll(): void;
  onUngroup(): void;
}

/** What can be done with a group. */
export function groupMenu({
  group,
  filterTo,
  onToggle,
  onSelect,
  onOpenAll,
  onCloseAll,
  onUngroup,
}: GroupAsked): readonly MenuEntry[] {
  return [
    { kind: "item", label: group.open ? t("Collapse") : t("Expand"), icon: "chevron", keys: t("Enter"), run: onToggle },
    { kind: "item", label: t("Expand All Groups"), run: onOpenAll },
    { kind: "item", label: t("Collapse All Groups"), run: onCloseAll },
    LINE,
    { kind: "item", label: counted(group.runs, "Select Its Run", "Select Its {0} Runs"), run: onSelect },
    ...columnEntries({ groupBy: null, filterTo }),
    { kind: "item", label: t("Ungroup"), icon: "cross", run: onUngroup },
  ];
}
