import { useMemo } from "preact/hooks";
import { type RunRef, refKey } from "../../../core/model/run.ts";
import type { ComparedMetric, Comparison, SeriesView } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { ChartState } from "../../../protocol/chartState.ts";
import type { ChartGroup } from "../../ui/chart/lines/chartGroup.ts";
import { LineCard } from "../../ui/chart/lines/LineCard.tsx";
import type { Points } from "../../ui/chart/lines/usePoints.ts";
import { useHost } from "../context.ts";
import type { Cast } from "./cast.ts";

interface Props {
  readonly metric: ComparedMetric;
  readonly comparison: Comparison;
  readonly choices: ChartState;
  readonly cast: Cast;
  readonly group: ChartGroup;
  readonly height: number;
}

/** Over all lines of a chart: with many runs each needs fewer. */
const POINTS_PER_CHART = 40_000;
const POINTS_PER_LINE = 1000;
/** Of the line of a group. */
const POINTS_PER_BAND = 500;

/** One metric of all runs that have it, or of their groups. */
export function MetricChart({ metric, comparison, choices, cast, group, height }: Props) {
  const host = useHost();
  const { key, goal } = metric;
  const { logX, logY, outliers, band } = choices;
  const subject = useMemo(() => ({ title: visibleText(key), goal }), [key, goal]);
  const settings = useMemo(() => ({ logX, logY, outliers }), [logX, logY, outliers]);
  const { groups, ghost } = cast;
  const points = Math.min(POINTS_PER_LINE, Math.floor(POINTS_PER_CHART / comparison.runs.length));
  const ghosts = ghost === null ? [] : [ghost.ref];
  const load = async (view: SeriesView): Promise<Points> => {
    const own = refsOf(comparison, metric);
    if (groups === null) return { series: await host.ask("series", key, [...own, ...ghosts], points, view), bands: [] };
    const asked = groups.map(({ name, refs }) => ({ name, refs }));
    const bands = host.ask("bands", { groups: asked, key, view, band, maxPoints: POINTS_PER_BAND });
    const series = ghosts.length === 0 ? [] : host.ask("series", key, ghosts, points, view);
    return { series: await series, bands: (await bands).filter(({ runs }) => runs > 0) };
  };
  const version = `${versionOf(comparison, metric)}\n${ghosts.map(refKey)}\n${JSON.stringify(groups)}\n${band}`;
  return (
    <LineCard
      subject={subject}
      settings={settings}
      axis={choices.axis}
      smoothing={choices.smoothing}
      group={group}
      height={height}
      version={version}
      load={load}
      names={cast.names}
      each={choices.layout === "each"}
    />
  );
}

function refsOf({ runs }: Comparison, { values }: ComparedMetric): readonly RunRef[] {
  return runs.map(({ ref }) => ref).filter((_, index) => values[index] !== null);
}

/** Changes with the runs and with their points. */
function versionOf({ runs }: Comparison, { values }: ComparedMetric): string {
  return runs
    .map(({ ref }, index) => `${refKey(ref)} ${values[index]?.count ?? 0} ${values[index]?.last.value ?? ""}`)
    .join("\n");
}
