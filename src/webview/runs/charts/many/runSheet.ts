import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import type { DataSheet } from "../../../ui/chart/frame/dataSheet.ts";
import { columnText } from "../../../ui/chart/items/columnScale.ts";
import { t } from "../../../ui/l10n.ts";
import { columnName } from "./ColumnSelect.tsx";
import type { RunSet } from "./runSet.ts";

/** Some runs with some of their columns, a row a run. Times are words for people, numbers for programs. */
export function runSheet(
  { labels, refs }: RunSet,
  columns: readonly RunColumn[],
  shown: readonly number[],
  audience: "people" | "programs",
): DataSheet {
  const ids = audience === "programs" ? 1 : 0;
  return {
    columns: [t("run"), ...(ids === 1 ? ["run_id"] : []), ...columns.map(columnName)],
    rows: shown.length,
    cell: (row, at) => {
      const run = shown[row] ?? -1;
      if (at === 0) return labels[run] ?? null;
      if (at <= ids) return refs[run]?.run ?? null;
      const column = columns[at - 1 - ids];
      return column === undefined ? null : cellOf(column, run, audience);
    },
  };
}

function cellOf(column: RunColumn, run: number, audience: "people" | "programs"): number | string | null {
  if (column.kind === "category") return column.categories[column.codes[run] ?? -1] ?? null;
  const value = column.values[run] ?? Number.NaN;
  const isTime = column.of === "attribute";
  if (isTime && audience === "people") return Number.isNaN(value) ? null : columnText(value, column);
  return value;
}
