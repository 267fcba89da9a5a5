import { useContext, useMemo } from "preact/hooks";
import { type Column, columnId } from "../../../../core/model/runsTable.ts";
import { counted, t } from "../../../ui/l10n.ts";
import type { ListEntry } from "../../../ui/options/listEntry.ts";
import { SearchList } from "../../../ui/options/SearchList.tsx";
import type { Search } from "../../../ui/options/search.ts";
import { IsFile } from "../../context.ts";
import { columnTitle } from "../columns/columnTitle.ts";
import type { Profiles } from "../columns/profiles.ts";
import { useTable } from "../surface.ts";
import { allColumns, columnEntries, constantText } from "./columnEntries.ts";
import "./Chooser.css";

const NONE: Profiles = new Map();

/** Which columns a table has: searched by words or a regular expression, all that are found at once or one by one. */
export function ColumnChooser() {
  const { model, columnActions: actions } = useTable();
  const profiles = model.profiles.sets.value?.all ?? NONE;
  const chosen = model.chosen.value;
  const columns = useMemo(() => allColumns(profiles, chosen), [profiles, chosen]);
  const on = useMemo(() => new Set(chosen.map(columnId)), [chosen]);
  const byId = useMemo(() => new Map(columns.map((column) => [columnId(column), column])), [columns]);
  const entries = useMemo(
    () => (search: Search) => columnEntries(columns, profiles, { search, isOn: (column) => on.has(columnId(column)) }),
    [columns, profiles, on],
  );
  const set = (ids: readonly string[], isShown: boolean) =>
    actions.setShown(
      ids.flatMap((id) => byId.get(id) ?? []),
      isShown,
    );
  return (
    <>
      <SearchList
        label={t("Columns")}
        placeholder={t("Search columns, or /regex/")}
        entries={entries}
        isMultiple
        found={(found, text) => <AllFound found={found} isSearched={text.trim() !== ""} onSet={set} />}
        onChoose={({ id, isOn }) => set([id], isOn !== true)}
      />
      <Constant />
      <Sets onChoose={(wanted) => model.change({ columns: wanted })} />
    </>
  );
}

interface FoundProps {
  readonly found: readonly ListEntry[];
  readonly isSearched: boolean;
  onSet(ids: readonly string[], isShown: boolean): void;
}

/** Shows or hides all that a search found. */
function AllFound({ found, isSearched, onSet }: FoundProps) {
  const options = found.filter((entry) => entry.kind === "option");
  if (!isSearched || options.length < 2) return null;
  const ids = (isOn: boolean) => options.filter((option) => option.isOn === isOn).map(({ id }) => id);
  const [off, on] = [ids(false), ids(true)];
  return (
    <div class="chooser-all">
      <button type="button" class="link" disabled={off.length === 0} onClick={() => onSet(off, true)}>
        {counted(off.length, "Show 1", "Show {0}")}
      </button>
      <button type="button" class="link" disabled={on.length === 0} onClick={() => onSet(on, false)}>
        {counted(on.length, "Hide 1", "Hide {0}")}
      </button>
    </div>
  );
}

/** So many names are said; the others are a hover away. */
const SAID = 3;

/** Whether columns that are the same in all runs are hidden, and which those are. */
function Constant() {
  const { model } = useTable();
  const { constant } = model.shown.value;
  const { hideConstant } = model.view.value;
  const said = constant.map((profile) => `${columnTitle(profile.column as Column)} = ${constantText(profile)}`);
  const more = said.length > SAID ? [counted(said.length - SAID, "1 more", "{0} more")] : [];
  return (
    <div class="chooser-constant">
      <label class="check">
        <input
          type="checkbox"
          checked={hideConstant}
          onChange={({ currentTarget }) => model.change({ hideConstant: currentTarget.checked })}
        />
        {t("Hide columns that are the same in all runs")}
      </label>
      {said.length > 0 && (
        <p class="dim" title={said.join("\n").slice(0, 2000)}>
          {counted(said.length, "1 hidden:", "{0} hidden:")} {[...said.slice(0, SAID), ...more].join(", ")}
        </p>
      )}
    </div>
  );
}

/** Columns under a name, and those where nobody chose. */
function Sets({ onChoose }: { onChoose(columns: readonly Column[] | null): void }) {
  const { model, columnActions, actions } = useTable();
  const isFile = useContext(IsFile);
  const sets = model.scope.value?.columnSets ?? [];
  return (
    <div class="chooser-sets">
      {sets.length > 0 && <span class="dim">{t("Sets:")}</span>}
      {sets.map(({ name, columns }) => (
        <button key={name} type="button" class="text-button" onClick={() => onChoose(columns)}>
          {name}
        </button>
      ))}
      <button type="button" class="text-button" onClick={() => columnActions.reset()}>
        {t("Reset Columns")}
      </button>
      {!isFile && (
        <button type="button" class="text-button" onClick={() => actions.saveColumns()}>
          {t("Save Columns…")}
        </button>
      )}
    </div>
  );
}
