import { type Column, columnId, type TableView } from "../../../../core/model/runsTable.ts";
import { t } from "../../../ui/l10n.ts";
import { LINE, type MenuEntry } from "../../../ui/menu/menuEntry.ts";
import type { ColumnActions } from "../columns/columnActions.ts";
import { METRIC_VALUES, valueTitle } from "../columns/columnTitle.ts";
import { isGroupable } from "../columns/groupable.ts";

interface Asked {
  readonly column: Column;
  readonly view: TableView;
  readonly actions: ColumnActions;
  onFit(): void;
}

/** What can be done with a column. */
export function columnMenu({ column, view, actions, onFit }: Asked): readonly MenuEntry[] {
  const id = columnId(column);
  const isPinned = view.pinned.includes(id);
  const isLabel = id === "attributes.label";
  return [
    ...sortEntries(column, view, actions),
    LINE,
    ...valueEntries(column, actions),
    {
      kind: "item",
      label: isPinned ? t("Unpin Column") : t("Pin Column"),
      icon: "pin",
      run: () => actions.setPinned(column, !isPinned),
    },
    { kind: "item", label: t("Move Left"), icon: "left", keys: t("Alt+Left"), run: () => actions.move(column, -1) },
    { kind: "item", label: t("Move Right"), icon: "right", keys: t("Alt+Right"), run: () => actions.move(column, 1) },
    { kind: "item", label: t("Fit Width"), run: onFit },
    { kind: "item", label: t("Hide Column"), isOff: isLabel, run: () => actions.setShown([column], false) },
    ...groupEntries(column, actions),
  ];
}

function sortEntries(column: Column, { order }: TableView, actions: ColumnActions): MenuEntry[] {
  const id = columnId(column);
  const own = order.find((one) => columnId(one.column) === id);
  const entries: MenuEntry[] = [
    { kind: "item", label: t("Sort Ascending"), icon: "up", run: () => actions.sortBy(column, false) },
    { kind: "item", label: t("Sort Descending"), icon: "down", run: () => actions.sortBy(column, true) },
  ];
  if (order.some((one) => columnId(one.column) !== id)) {
    const label = own === undefined ? t("Then Sort by This") : t("Turn Round in Sort");
    entries.push({ kind: "item", label, keys: t("Shift+Enter"), run: () => actions.sort(column, true) });
  }
  return entries;
}

function valueEntries(column: Column, actions: ColumnActions): MenuEntry[] {
  if (column.kind !== "metric") return [];
  const values = METRIC_VALUES.map(
    (value): MenuEntry => ({
      kind: "item",
      label: valueTitle(value),
      checked: column.value === value,
      isRadio: true,
      run: () => actions.setValue(column, value),
    }),
  );
  return [...values, LINE];
}

function groupEntries(column: Column, actions: ColumnActions): MenuEntry[] {
  if (!isGroupable(column)) return [];
  return [LINE, { kind: "item", label: t("Group by This"), icon: "group", run: () => actions.groupBy(column) }];
}
