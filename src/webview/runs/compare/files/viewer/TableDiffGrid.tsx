import type { DiffCell, DiffRow, TableDiff } from "../../../../../core/model/tableDiff.ts";
import { visibleText } from "../../../../../core/model/visibleText.ts";
import { count } from "../../../../ui/format/number.ts";
import { visibleLines } from "../../../../ui/format/text.ts";
import { t } from "../../../../ui/l10n.ts";
import type { Column } from "../../../../ui/table/column.ts";
import { DataTable } from "../../../../ui/table/DataTable.tsx";
import "./TableDiffGrid.css";

/** Rows that differ, a cell that changed with both of its values. */
export function TableDiffGrid({ diff }: { readonly diff: TableDiff }) {
  const columns: Column<DiffRow>[] = [
    { id: "row", title: t("Row"), width: "12ch", render: (row) => <RowHead row={row} /> },
    ...diff.columns.map(({ name, changes }, index) => ({
      id: String(index),
      title: changes > 0 ? t("{0} ({1})", visibleText(name), count(changes)) : visibleText(name),
      render: (row: DiffRow) => <Cell cell={row.cells[index]} kind={row.kind} />,
    })),
  ];
  return (
    <div class="preview-table">
      <DataTable
        label={t("Rows that differ")}
        columns={columns}
        rows={diff.rows}
        rowKey={({ left, right }) => `${left ?? ""} ${right ?? ""}`}
      />
    </div>
  );
}

function RowHead({ row: { kind, left, right } }: { readonly row: DiffRow }) {
  const number = (left ?? right ?? 0) + 1;
  if (kind === "changed") return <>{count(number)}</>;
  return <>{kind === "added" ? t("{0} added", count(number)) : t("{0} removed", count(number))}</>;
}

function Cell({ cell, kind }: { readonly cell: DiffCell | undefined; readonly kind: DiffRow["kind"] }) {
  if (cell === undefined) return null;
  if (kind === "added") return <ins>{shown(cell.right)}</ins>;
  if (kind === "removed") return <del>{shown(cell.left)}</del>;
  if (!cell.differs) return <span class="dim">{shown(cell.left)}</span>;
  return (
    <>
      <del>{shown(cell.left)}</del>
      <span aria-hidden="true"> → </span>
      <ins>{shown(cell.right)}</ins>
    </>
  );
}

function shown(text: string | null): string {
  return text === null ? "–" : visibleLines(text);
}
