import { useCallback } from "preact/hooks";
import { shortNumber } from "../../../core/model/numberText.ts";
import type { Trend } from "../../../core/model/trend.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { Fact } from "../../ui/chart/items/Facts.tsx";
import type { Picking } from "../../ui/chart/items/ItemSurface.tsx";
import type { ChartColors } from "../../ui/chart/look/colors.ts";
import type { Layout } from "../../ui/chart/paint/layout.ts";
import type { Pen } from "../../ui/chart/paint/pen.ts";
import { PointCard } from "../../ui/chart/points/PointCard.tsx";
import type { Scatter } from "../../ui/chart/points/scatter.ts";
import { pixelsOf } from "../../ui/chart/scale/scale.ts";
import { moment } from "../../ui/format/time.ts";
import { counted, t } from "../../ui/l10n.ts";
import { bestSteps, trendSheet } from "./trendPoints.ts";

interface Props extends Picking {
  readonly trend: Trend;
  readonly points: Scatter;
  /** What the runs are told apart by; empty for nothing. */
  readonly groupName: string;
  /** The pinned runs. */
  readonly ringed: ReadonlySet<number>;
}

const HEIGHT = 380;

/** A metric of all runs over their start, with the line of the best so far. */
export function TrendChart({ trend, points, groupName, ringed, ...picking }: Props) {
  const title = visibleText(trend.metric);
  const below = useCallback(
    (pen: Pen, layout: Layout, colors: ChartColors) => {
      const steps = bestSteps(trend, points.x.to);
      const line = { color: colors.text, width: 1.4, alpha: 0.75 };
      pen.line(pixelsOf(layout.x, steps.x), pixelsOf(layout.y, steps.y), line);
    },
    [trend, points],
  );
  const left = trend.runs - points.shown.length;
  const notes = [
    ...(trend.best === null ? [] : [t("Line: best so far")]),
    ...(ringed.size === 0 ? [] : [t("Ring: pinned")]),
    ...(left > 0
      ? [counted(left, "{0} run without a start or a number left out", "{0} runs without a start or a number left out")]
      : []),
  ];
  return (
    <PointCard
      title={title}
      label={t("{0} of {1} runs over their start", title, points.shown.length)}
      notes={notes}
      height={HEIGHT}
      total={trend.runs}
      points={points}
      x={trend.starts}
      y={trend.values}
      axes={{ x: "", y: "" }}
      codedBy={groupName}
      ringed={ringed}
      below={below}
      words={(run) => runWords(trend, run)}
      nameOf={(run) => visibleText(trend.labels[run] ?? "")}
      factsOf={(run) => factsOf(trend, run, groupName)}
      sheet={(audience) => trendSheet(trend, audience, groupName !== "")}
      {...picking}
    />
  );
}

function runWords({ labels, starts, values }: Trend, run: number): string {
  const label = visibleText(labels[run] ?? "");
  return `${label}: ${shortNumber(values[run] ?? Number.NaN)}, ${moment(starts[run] ?? Number.NaN)}`;
}

function factsOf({ starts, values, best, group, groups, metric }: Trend, run: number, groupName: string): Fact[] {
  return [
    [visibleText(metric), shortNumber(values[run] ?? Number.NaN)],
    ...(best === null ? [] : [[t("best so far"), shortNumber(best[run] ?? Number.NaN)] as const]),
    [t("start"), moment(starts[run] ?? Number.NaN)],
    ...(groupName === "" ? [] : [[groupName, visibleText(groups[group[run] ?? -1] ?? "")] as const]),
  ];
}
