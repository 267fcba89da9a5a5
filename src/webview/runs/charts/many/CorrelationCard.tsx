import { useCallback, useMemo } from "preact/hooks";
import type { NumberColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { correlationsWith } from "../../../../core/compare/manyRuns/correlations.ts";
import type { ChartColors } from "../../../ui/chart/look/colors.ts";
import type { Pen } from "../../../ui/chart/paint/pen.ts";
import { paintBars } from "../../../ui/chart/rows/paintBars.ts";
import type { RowLayout } from "../../../ui/chart/rows/rowLayout.ts";
import type { Scale } from "../../../ui/chart/scale/scale.ts";
import { count } from "../../../ui/format/number.ts";
import { counted, t } from "../../../ui/l10n.ts";
import { columnName } from "./ColumnSelect.tsx";
import type { ChosenColumns } from "./chosen.ts";
import { RowsCard } from "./RowsCard.tsx";
import type { RunSet } from "./runSet.ts";

interface Props {
  readonly runs: RunSet;
  readonly chosen: ChosenColumns;
}

const SCALE: Scale = { kind: "linear", from: -1, to: 1 };
/** Rows that are drawn; the table has them all. */
const MOST_ROWS = 30;

/** How strongly each param that is a number goes with the metric, by ranks. */
export function CorrelationCard({ runs, chosen: { y } }: Props) {
  if (y === null) return <p class="plot-note">{t("A metric in which the runs differ is needed.")}</p>;
  return <Correlations runs={runs} y={y} />;
}

function Correlations({ runs, y }: { readonly runs: RunSet; readonly y: NumberColumn }) {
  const all = useMemo(() => correlationsWith(y.values, runs.columns), [runs, y]);
  const rows = useMemo(() => all.slice(0, MOST_ROWS), [all]);
  const names = useMemo(() => rows.map(columnName), [rows]);
  const paintRows = useCallback(
    (pen: Pen, layout: RowLayout, colors: ChartColors) =>
      paintBars(
        pen,
        layout,
        rows.map(({ rho, n }) => ({ value: rho, text: t("{0}  n = {1}", rho.toFixed(2), count(n)) })),
        colors,
      ),
    [rows],
  );
  if (rows.length === 0)
    return <p class="plot-note">{t("No param that is a number differs among runs with this metric.")}</p>;
  const title = t("Rank correlation with {0}", columnName(y));
  const words = (row: number): string => {
    const one = rows[row];
    return one === undefined ? "" : t("{0}: {1} over {2} runs", columnName(one), one.rho.toFixed(3), count(one.n));
  };
  return (
    <RowsCard
      title={title}
      kind={t("bar chart")}
      count={
        rows.length < all.length
          ? t("{0} of {1} columns", rows.length, count(all.length))
          : counted(all.length, "{0} column", "{0} columns")
      }
      notes={[t("Spearman's rho of the params and times that are numbers; n: runs that have both")]}
      axis={t("rho")}
      scale={SCALE}
      names={names}
      right={110}
      paintRows={paintRows}
      sheet={() => ({
        columns: [t("column"), t("rho"), t("n")],
        rows: all.length,
        cell: (row, at) => {
          const one = all[row];
          if (one === undefined) return null;
          return [columnName(one), one.rho, one.n][at] ?? null;
        },
      })}
      words={words}
      readout={(row) => <div class="readout-name">{words(row)}</div>}
    />
  );
}
