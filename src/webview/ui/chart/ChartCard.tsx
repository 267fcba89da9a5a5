import { useMemo, useState } from "preact/hooks";
import type { Series } from "../../../core/model/views.ts";
import { count } from "../format/number.ts";
import { Icon } from "../Icon.tsx";
import { counted, t } from "../l10n.ts";
import { Chart } from "./Chart.tsx";
import { ChartTable } from "./ChartTable.tsx";
import { chartData, notPositive } from "./chartData.ts";
import type { ChartLine } from "./chartLine.ts";
import { useSeries } from "./useSeries.ts";

interface Props {
  readonly title: string;
  readonly log: boolean;
  readonly sync: string;
  /** Changes when the points do. */
  readonly version: string;
  load(): Promise<readonly Series[]>;
  /** The line that stands for a series. */
  line(series: Series): ChartLine;
}

/** One metric's chart: loaded when it comes into view, drawn again when its points change, and also a table. */
export function ChartCard({ title, log, sync, version, load, line }: Props) {
  const { ref, series, failure } = useSeries(load, version);
  const [asTable, setAsTable] = useState(false);
  const data = useMemo(() => (series === null ? null : chartData(series)), [series]);
  const lines = (series ?? []).map(line);
  const tableTitle = asTable ? t("Show {0} as chart", title) : t("Show data of {0} as table", title);
  return (
    <div class="chart-card" ref={ref}>
      <div class="chart-head">
        <h3 title={title}>{title}</h3>
        {series !== null && <span class="dim">{pointsText(series)}</span>}
        <button
          type="button"
          class="icon-button"
          aria-pressed={asTable}
          aria-label={tableTitle}
          title={tableTitle}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon name="table" />
        </button>
      </div>
      {failure !== null && <p class="chart-note">{failure}</p>}
      {series === null && failure === null && <div class="plot" />}
      {series !== null && data === null && <p class="chart-note">{t("A single point: nothing to draw.")}</p>}
      {data !== null && !asTable && <Chart title={title} lines={lines} data={data} log={log} sync={sync} />}
      {data !== null && !asTable && log && <LeftOut count={notPositive(data)} sampled={isSampled(series ?? [])} />}
      {data !== null && asTable && <ChartTable title={title} lines={lines} data={data} />}
    </div>
  );
}

/** What the gaps of a logarithmic axis are. */
function LeftOut({ count: left, sampled }: { readonly count: number; readonly sampled: boolean }) {
  if (left === 0) return null;
  // Of a long series a part is drawn, and only that part is counted.
  const words = sampled
    ? counted(
        left,
        "Not on a log scale: {0} drawn value of zero or below",
        "Not on a log scale: {0} drawn values of zero or below",
      )
    : counted(
        left,
        "Not on a log scale: {0} value of zero or below",
        "Not on a log scale: {0} values of zero or below",
      );
  return <p class="chart-left-out dim">{words}</p>;
}

/** "200 points", or "1,000 of 12,345 points" where only a sample is drawn. */
function pointsText(series: readonly Series[]): string {
  const drawn = series.reduce((sum, { values }) => sum + values.length, 0);
  const logged = series.reduce((sum, { points }) => sum + points, 0);
  return isSampled(series) ? t("{0} of {1} points", count(drawn), count(logged)) : t("{0} points", count(logged));
}

function isSampled(series: readonly Series[]): boolean {
  return series.some(({ values, points }) => values.length < points);
}
