import { refKey } from "../../../core/model/run.ts";
import { type Cell, type Column, columnId } from "../../../core/model/runsTable.ts";
import { perform } from "../../ui/announce.tsx";
import type { GridPlace } from "../../ui/grid/gridSource.ts";
import { t } from "../../ui/l10n.ts";
import { openMenu } from "../../ui/menu/openMenu.ts";
import type { Box } from "../../ui/popup/placement.ts";
import { isGroupable } from "./columns/groupable.ts";
import { conditionOf } from "./filter/filterTo.ts";
import { loadLanguage } from "./filter/language.ts";
import type { LineHead } from "./lines/lineStore.ts";
import { type ColumnEntries, groupMenu, runMenu } from "./rowMenu.ts";
import type { Surface } from "./surface.ts";
import { STATE_COLUMNS } from "./tableSource.ts";
import { textAt } from "./textAt.ts";

/** Opens the menu of a run or a group beside a box of the window. */
export function openRowMenu(surface: Surface, place: GridPlace, beside: Box): void {
  const head = surface.model.lines.head(place.row);
  const opener = surface.view.current?.element;
  if (head === undefined || opener === undefined) return;
  if (head.kind === "run") perform(openRunMenu(surface, place, head, beside));
  else openMenu({ label: t("Group"), entries: groupEntries(surface, place.row, head), beside, opener });
}

type RunHead = Extract<LineHead, { kind: "run" }>;
type GroupHead = Extract<LineHead, { kind: "group" }>;

async function openRunMenu(surface: Surface, place: GridPlace, { row }: RunHead, beside: Box): Promise<void> {
  const { actions, pinned, copy, view } = surface;
  const meant = await actions.meantBy(row.ref);
  const opener = view.current?.element;
  if (opener === undefined) return;
  const { baseline } = pinned.pins.peek();
  const entries = runMenu({
    ref: row.ref,
    id: row.id,
    meant,
    arePinned: meant.every((ref) => pinned.has(ref)),
    isBaseline: baseline !== null && refKey(baseline) === refKey(row.ref),
    value: textAt(surface, place),
    column: entriesOf(surface, place),
    actions,
    copy,
  });
  openMenu({ label: t("Run"), entries, beside, opener });
}

function entriesOf(surface: Surface, { row, column }: GridPlace): ColumnEntries {
  const own = surface.shown().columns[column - STATE_COLUMNS];
  if (own === undefined) return { groupBy: null, filterTo: null };
  const value = surface.model.lines.cell(row, columnId(own));
  const isPlain = value === null || typeof value === "string" || typeof value === "number";
  return {
    groupBy: isGroupable(own) ? () => surface.columnActions.groupBy(own) : null,
    filterTo: isPlain ? filterTo(surface, own, value) : null,
  };
}

function filterTo({ model }: Surface, column: Column, value: Cell): (() => void) | null {
  const condition = conditionOf(column, value);
  if (condition === null) return null;
  return () =>
    perform(
      loadLanguage().then(({ narrowed }) => model.change({ filter: narrowed(model.view.peek().filter, condition) })),
    );
}

function groupEntries(surface: Surface, line: number, group: GroupHead) {
  const { model, actions } = surface;
  const by = model.view.peek().grouping?.by;
  return groupMenu({
    group,
    filterTo: by === undefined || by === "day" ? null : filterTo(surface, by, group.value),
    onToggle: () => model.setOpen(group.key, !group.open),
    onSelect: () => perform(actions.selectGroup(line, group.key)),
    onOpenAll: () => actions.expandAll(),
    onCloseAll: () => actions.collapseAll(),
    onUngroup: () => model.change({ grouping: null }),
  });
}
