import { Num } from "../Num.tsx";
import type { Column } from "../table/column.ts";
import { DataTable } from "../table/DataTable.tsx";
import type { ChartData } from "./chartData.ts";
import type { ChartLine } from "./chartLine.ts";
import { axisWord } from "./words.ts";

interface Props {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly data: ChartData;
}

/** What a chart draws, as numbers. */
export function ChartTable({ title, lines, data }: Props) {
  const rows = data.x.map((_, index) => index);
  const columns: Column<number>[] = [
    { id: "x", title: axisWord(data), end: true, render: (index) => String(data.x[index]) },
    ...lines.map(({ label }, line) => ({
      id: String(line),
      title: lines.length === 1 ? title : label,
      end: true,
      render: (index: number) => <Point value={data.lines[line]?.[index]} />,
    })),
  ];
  return (
    <div class="chart-table">
      <DataTable label={title} columns={columns} rows={rows} rowKey={String} />
    </div>
  );
}

function Point({ value }: { readonly value: number | null | undefined }) {
  if (typeof value === "number") return <Num value={value} tab={false} />;
  return <span class="dim">{value === null ? "NaN" : "–"}</span>;
}
