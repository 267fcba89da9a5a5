import { useCallback, useRef } from "preact/hooks";
import { shortNumber } from "../../../core/model/numberText.ts";
import type { Trend } from "../../../core/model/trend.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { ChartFrame } from "../../ui/chart/frame/ChartFrame.tsx";
import type { Paint } from "../../ui/chart/frame/Surface.tsx";
import { CodingLegend } from "../../ui/chart/items/CodingLegend.tsx";
import { colorOfClass, shapeOfClass } from "../../ui/chart/items/coding.ts";
import { ItemSurface } from "../../ui/chart/items/ItemSurface.tsx";
import type { ChartColors } from "../../ui/chart/look/colors.ts";
import { paintAxes } from "../../ui/chart/paint/axes.ts";
import { layoutPlot, wholeOf } from "../../ui/chart/paint/layout.ts";
import type { Box, Pen } from "../../ui/chart/paint/pen.ts";
import { nearestPoint, type Pixels, paintScatter, scatterPixels } from "../../ui/chart/points/paintScatter.ts";
import type { Scatter } from "../../ui/chart/points/scatter.ts";
import { pixelsOf } from "../../ui/chart/scale/scale.ts";
import { count } from "../../ui/format/number.ts";
import { moment } from "../../ui/format/time.ts";
import { counted, t } from "../../ui/l10n.ts";
import { bestSteps, trendSheet } from "./trendPoints.ts";

interface Props {
  readonly trend: Trend;
  readonly points: Scatter;
  /** What the runs are told apart by; empty for nothing. */
  readonly groupName: string;
  onOpen(run: number): void;
}

const HEIGHT = 380;

/** A metric of all runs over their start, with the line of the best so far. */
export function TrendChart({ trend, points, groupName, onOpen }: Props) {
  const pixels = useRef<Pixels | null>(null);
  const title = visibleText(trend.metric);
  const paint = useCallback(
    (pen: Pen, area: Box, colors: ChartColors): Pixels => {
      const titles = { x: "", y: "" };
      const axes = { x: { scale: points.x, title: titles.x }, y: { scale: points.y, title: titles.y } };
      const layout = layoutPlot(pen, area, axes);
      paintAxes(pen, layout, titles, colors);
      const steps = bestSteps(trend, points.x.to);
      const line = { color: colors.text, width: 1.4, alpha: 0.75 };
      pen.line(pixelsOf(layout.x, steps.x), pixelsOf(layout.y, steps.y), line);
      const placed = scatterPixels(points, layout, trend.starts, trend.values);
      paintScatter(pen, points, placed, colors);
      return placed;
    },
    [trend, points],
  );
  const base = useCallback<Paint>(
    (pen, colors) => {
      pixels.current = paint(pen, wholeOf(pen), colors);
    },
    [paint],
  );
  const place = (run: number) => {
    const [x, y] = [pixels.current?.x[run] ?? Number.NaN, pixels.current?.y[run] ?? Number.NaN];
    return Number.isNaN(x) || Number.isNaN(y) ? null : { x, y };
  };
  const left = trend.runs - points.shown.length;
  const notes = [
    ...(trend.best === null ? [] : [t("Line: best so far")]),
    ...(left > 0
      ? [counted(left, "{0} run without a start or a number left out", "{0} runs without a start or a number left out")]
      : []),
  ];
  const isGrouped = groupName !== "";
  return (
    <ChartFrame
      title={title}
      count={t("{0} of {1} runs", count(points.shown.length), count(trend.runs))}
      notes={notes}
      wide
      parts={{
        picture: () => ({
          title,
          notes,
          legend: (colors) =>
            points.coding.legend.map((one) => ({
              label: one.label,
              color: colorOfClass(one, colors),
              dash: [],
              shape: shapeOfClass(one),
            })),
          paint: (pen, area, colors) => void paint(pen, area, colors),
        }),
        sheet: () => trendSheet(trend, "people", isGrouped),
        data: () => trendSheet(trend, "programs", isGrouped),
      }}
    >
      <ItemSurface
        label={t("{0} of {1} runs over their start", title, points.shown.length)}
        kind={t("scatter plot")}
        height={HEIGHT}
        base={base}
        order={points.order}
        place={place}
        find={(x, y) => (pixels.current === null ? null : nearestPoint(pixels.current, x, y))}
        words={(run) => runWords(trend, run)}
        mark={(pen, colors, run) => {
          const at = place(run);
          if (at !== null) pen.markers([at.x], [at.y], { shape: "circle", size: 13, color: colors.text, hollow: true });
        }}
        readout={(run) => <RunReadout trend={trend} run={run} groupName={groupName} />}
        onOpen={onOpen}
      />
      <CodingLegend title={groupName} coding={points.coding} />
    </ChartFrame>
  );
}

function runWords({ labels, starts, values }: Trend, run: number): string {
  const label = visibleText(labels[run] ?? "");
  return `${label}: ${shortNumber(values[run] ?? Number.NaN)}, ${moment(starts[run] ?? Number.NaN)}`;
}

function RunReadout({ trend, run, groupName }: { trend: Trend; run: number; groupName: string }) {
  const { labels, starts, values, best, group, groups, metric } = trend;
  const facts = [
    [visibleText(metric), shortNumber(values[run] ?? Number.NaN)],
    ...(best === null ? [] : [[t("best so far"), shortNumber(best[run] ?? Number.NaN)]]),
    [t("start"), moment(starts[run] ?? Number.NaN)],
    ...(groupName === "" ? [] : [[groupName, visibleText(groups[group[run] ?? -1] ?? "")]]),
  ];
  return (
    <>
      <div class="readout-name">{visibleText(labels[run] ?? "")}</div>
      <div class="readout-facts">
        {facts.map(([name, value]) => (
          <>
            <span>{name}</span>
            <span>{value}</span>
          </>
        ))}
      </div>
    </>
  );
}
