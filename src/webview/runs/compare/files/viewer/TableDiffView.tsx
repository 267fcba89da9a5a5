import { useEffect, useState } from "preact/hooks";
import type { TableComparison, TableDiff } from "../../../../../core/model/tableDiff.ts";
import { visibleText } from "../../../../../core/model/visibleText.ts";
import { count } from "../../../../ui/format/number.ts";
import { t } from "../../../../ui/l10n.ts";
import { useHost } from "../../../context.ts";
import type { Pane } from "./pane.ts";
import { TableDiffGrid } from "./TableDiffGrid.tsx";

interface Props {
  /** The first is what the others are set against; all have a file. */
  readonly panes: readonly Pane[];
}

/** Two tables as one, with the cells that changed; left out where the files are no tables. */
export function TableDiffView({ panes }: Props) {
  const [chosen, setChosen] = useState(1);
  const [key, setKey] = useState<string | null>(null);
  const [base, other] = [panes[0], panes[Math.min(chosen, panes.length - 1)]];
  const compared = useTableDiff(base, other, key);
  if (compared === null || compared.diff === null || base === undefined || other === undefined) return null;
  const { diff } = compared;
  return (
    <div class="table-diff">
      <div class="image-tools">
        <span>{wordsOf(diff)}</span>
        {panes.length > 2 && (
          <label class="choice">
            {t("Against {0}:", visibleText(base.head.run.label))}
            <select
              class="select"
              value={String(chosen)}
              onChange={(event) => setChosen(Number(event.currentTarget.value))}
            >
              {panes.slice(1).map(({ head }, index) => (
                <option key={head.run.id} value={String(index + 1)}>
                  {visibleText(head.run.label)}
                </option>
              ))}
            </select>
          </label>
        )}
        <KeyChoice diff={diff} onChange={setKey} />
      </div>
      {diff.rows.length > 0 && <TableDiffGrid diff={diff} />}
    </div>
  );
}

/** Rows are matched by one of the columns that both tables have; nothing is said where there is none. */
function KeyChoice({ diff, onChange }: { readonly diff: TableDiff; onChange(key: string | null): void }) {
  const shared = [...new Set(diff.columns.flatMap(({ name, side }) => (side === "both" ? [name] : [])))];
  if (shared.length === 0) return null;
  return (
    <label class="choice">
      {t("Rows matched by")}
      <select
        class="select"
        value={diff.key ?? ""}
        onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      >
        {diff.key === null && <option value="">{t("their place")}</option>}
        {shared.map((name) => (
          <option key={name} value={name}>
            {visibleText(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function useTableDiff(base: Pane | undefined, other: Pane | undefined, key: string | null): TableComparison | null {
  const host = useHost();
  const [compared, setCompared] = useState<TableComparison | null>(null);
  const files = JSON.stringify([base?.file, other?.file]);
  useEffect(() => {
    let late = false;
    const [left, right] = [base?.file, other?.file];
    if (!left || !right) return;
    host
      .ask("diffTables", { owner: left.owner, path: left.path }, { owner: right.owner, path: right.path }, key)
      .then((found) => !late && setCompared(found))
      .catch(() => !late && setCompared(null));
    return () => {
      late = true;
    };
  }, [host, files, key]);
  return compared;
}

function wordsOf({ changed, added, removed, same, hidden, isCut }: TableDiff): string {
  const parts = [
    changed > 0 ? t("{0} rows changed", count(changed)) : "",
    added > 0 ? t("{0} added", count(added)) : "",
    removed > 0 ? t("{0} removed", count(removed)) : "",
    t("{0} the same", count(same)),
    hidden > 0 ? t("{0} that differ are not listed", count(hidden)) : "",
    isCut ? t("the files go on") : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
