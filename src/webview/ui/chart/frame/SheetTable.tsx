import { useMemo } from "preact/hooks";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { Num } from "../../Num.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/DataTable.tsx";
import type { DataCell, DataSheet } from "./dataSheet.ts";

interface Props {
  readonly title: string;
  readonly sheet: DataSheet;
}

/** What a chart draws, as numbers. */
export function SheetTable({ title, sheet }: Props) {
  const rows = useMemo(() => Array.from({ length: sheet.rows }, (_, row) => row), [sheet]);
  const columns = useMemo(
    () =>
      sheet.columns.map(
        (name, column): Column<number> => ({
          id: String(column),
          title: visibleText(name),
          end: sheet.rows === 0 || typeof sheet.cell(0, column) !== "string",
          sortBy: (row) => sheet.cell(row, column),
          render: (row) => <Cell value={sheet.cell(row, column)} isPlace={column === 0} />,
        }),
      ),
    [sheet],
  );
  return (
    <div class="chart-table">
      <DataTable label={title} columns={columns} rows={rows} rowKey={String} />
    </div>
  );
}

function Cell({ value, isPlace }: { readonly value: DataCell; readonly isPlace: boolean }) {
  if (value === null) return <span class="dim">–</span>;
  // Where a point lies is read whole, what it is worth in short.
  if (typeof value === "string" || isPlace) return <span>{visibleText(String(value))}</span>;
  return <Num value={value} tab={false} />;
}
