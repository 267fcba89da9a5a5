import { useMemo } from "preact/hooks";
import { type Column, columnId, type TableGrouping } from "../../../../core/model/runsTable.ts";
import { counted, t } from "../../../ui/l10n.ts";
import type { ListEntry, OptionEntry } from "../../../ui/options/listEntry.ts";
import { SearchList } from "../../../ui/options/SearchList.tsx";
import type { Search } from "../../../ui/options/search.ts";
import { COLUMN_ICONS } from "../columns/columnIcons.ts";
import { columnTitle } from "../columns/columnTitle.ts";
import { COMMIT, isByCommit } from "../columns/commit.ts";
import { isGroupable } from "../columns/groupable.ts";
import { type Profiles, profileOf } from "../columns/profiles.ts";
import { useTable } from "../surface.ts";
import { allColumns, kindsTitle } from "./columnEntries.ts";
import "./Chooser.css";

const NONE: Profiles = new Map();
const UNGROUPED = "none";
const BY_DAY = "day";

/** What runs are grouped by. */
export function GroupChooser({ onDone }: { onDone(): void }) {
  const { model } = useTable();
  const profiles = model.profiles.sets.value?.all ?? NONE;
  const { grouping } = model.view.value;
  const columns = useMemo(() => groupable(profiles), [profiles]);
  const entries = useMemo(
    () => (search: Search) => groupEntries(columns, profiles, { search, chosen: idOf(grouping) }),
    [columns, profiles, grouping],
  );
  const onChoose = ({ id }: OptionEntry) => {
    const column = columns.find((one) => columnId(one) === id);
    const chosen = id === BY_DAY ? ({ by: "day" } as const) : column === undefined ? null : { by: column };
    model.change({ grouping: chosen });
    onDone();
  };
  return (
    <>
      <SearchList label={t("Group by")} placeholder={t("Search, or /regex/")} entries={entries} onChoose={onChoose} />
      {grouping !== null && <AllGroups />}
    </>
  );
}

function AllGroups() {
  const { model, actions } = useTable();
  return (
    <div class="chooser-sets">
      <button type="button" class="text-button" onClick={() => actions.expandAll()}>
        {t("Expand All Groups")}
      </button>
      <button
        type="button"
        class="text-button"
        disabled={model.open.value.length === 0}
        onClick={() => actions.collapseAll()}
      >
        {t("Collapse All Groups")}
      </button>
    </div>
  );
}

/** Columns that divide runs, those that some run has. */
function groupable(profiles: Profiles): readonly Column[] {
  return allColumns(profiles, []).filter(
    (column) => isGroupable(column) && (profileOf(profiles, column)?.distinct ?? 0) > 0,
  );
}

function idOf(grouping: TableGrouping | null): string {
  if (grouping === null) return UNGROUPED;
  return grouping.by === "day" ? BY_DAY : columnId(grouping.by);
}

/** Not grouped, by day, then by the columns that a search finds. */
function groupEntries(
  columns: readonly Column[],
  profiles: Profiles,
  { search, chosen }: { readonly search: Search; readonly chosen: string },
): readonly ListEntry[] {
  const hasCommits = columns.some((column) => isByCommit(column));
  const fixed = [
    { id: UNGROUPED, label: t("Not grouped") },
    { id: BY_DAY, label: t("Day started") },
    ...(hasCommits ? [{ id: columnId(COMMIT), label: t("Commit") }] : []),
  ];
  const option = (id: string, label: string, more: Partial<OptionEntry> = {}): ListEntry => ({
    kind: "option",
    id,
    label,
    isOn: id === chosen,
    ...more,
  });
  const first = fixed.filter(({ label }) => search.matches(label)).map(({ id, label }) => option(id, label));
  const kinds: Column["kind"][] = ["attribute", "param", "tag"];
  const rest = kinds.flatMap((kind) => {
    const own = columns.filter(
      (column) => column.kind === kind && !isByCommit(column) && search.matches(columnTitle(column)),
    );
    const icon = COLUMN_ICONS[kind];
    const options = own.map((column) => {
      const distinct = profileOf(profiles, column)?.distinct ?? 0;
      const fact = counted(distinct, "1 value", "{0} values");
      return option(columnId(column), columnTitle(column), { fact, ...(icon !== undefined && { icon }) });
    });
    return options.length === 0 ? [] : [{ kind: "heading" as const, label: kindsTitle(kind) }, ...options];
  });
  return [...first, ...rest];
}
