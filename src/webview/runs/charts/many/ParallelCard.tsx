import { useMemo, useState } from "preact/hooks";
import { ChartFrame } from "../../../ui/chart/frame/ChartFrame.tsx";
import { CodingLegend } from "../../../ui/chart/items/CodingLegend.tsx";
import { codingOf, pictureLegend } from "../../../ui/chart/items/coding.ts";
import { Facts } from "../../../ui/chart/items/Facts.tsx";
import type { Picking } from "../../../ui/chart/items/ItemSurface.tsx";
import { ParallelChart } from "../../../ui/chart/parallel/ParallelChart.tsx";
import { type Brushes, brushed, parallelAxis } from "../../../ui/chart/parallel/parallel.ts";
import { parallelPicture } from "../../../ui/chart/parallel/parallelPicture.ts";
import { count } from "../../../ui/format/number.ts";
import { counted, t } from "../../../ui/l10n.ts";
import { columnName } from "./ColumnSelect.tsx";
import type { ChosenColumns } from "./chosen.ts";
import { runFacts, runWords } from "./runFacts.ts";
import type { RunSet } from "./runSet.ts";
import { runSheet } from "./runSheet.ts";
import { colorCoding } from "./ScatterCard.tsx";

interface Props extends Picking {
  readonly runs: RunSet;
  readonly chosen: ChosenColumns;
  arrange(ids: readonly string[]): void;
  setLog(id: string, isLog: boolean): void;
}

/** Many columns at once, a line a run; parts of axes are picked to see which runs lie in all of them. */
export function ParallelCard({ runs, chosen, arrange, setLog, ...picking }: Props) {
  const [brushes, setBrushes] = useState<Brushes>(new Map());
  const { axes, isLog, y } = chosen;
  const color = chosen.color ?? y;
  const logs = axes.map(isLog).join();
  const parallel = useMemo(() => {
    const coding = color === null ? colorCoding(runs, null) : codingOf(color);
    const drawn = axes.map((column) => ({ ...parallelAxis(column, isLog(column)), title: columnName(column) }));
    return { axes: drawn, coding, runs: runs.labels.length };
  }, [runs, axes, logs, color]);
  const inside = useMemo(() => brushed(parallel, brushes), [parallel, brushes]);
  if (axes.length < 2) return <p class="plot-note">{t("Two columns in which the runs differ are needed.")}</p>;
  const title = t("Parallel coordinates");
  const total = runs.labels.length;
  const isBrushed = brushes.size > 0;
  return (
    <ChartFrame
      title={title}
      count={counted(total, "{0} run", "{0} runs")}
      notes={[]}
      wide
      parts={{
        picture: () => ({
          ...parallelPicture(title, parallel, brushes),
          legend: (colors) => pictureLegend(parallel.coding, colors),
        }),
        sheet: () => runSheet(runs, axes, inside, "people"),
        data: () => runSheet(runs, axes, inside, "programs"),
      }}
    >
      <ParallelChart
        label={t("{0} of {1} runs", axes.map(columnName).join(", "), total)}
        parallel={parallel}
        brushes={brushes}
        actions={{
          arrange,
          setLog,
          remove: (id) => arrange(parallel.axes.map((axis) => axis.id).filter((axis) => axis !== id)),
        }}
        onBrush={setBrushes}
        readout={(run) => (
          <Facts name={runs.labels[run] ?? ""} facts={runFacts(run, color === null ? axes : [...axes, color])} />
        )}
        words={(run) => runWords(runs, run, axes)}
        {...picking}
      />
      <div class="parallel-foot">
        <CodingLegend title={color === null ? "" : columnName(color)} coding={parallel.coding} />
        <span role="status">{isBrushed && t("{0} of {1} runs selected", count(inside.length), count(total))}</span>
        {isBrushed && (
          <button type="button" class="link" onClick={() => setBrushes(new Map())}>
            {t("Clear selection")}
          </button>
        )}
      </div>
    </ChartFrame>
  );
}
