import { useCallback, useMemo } from "preact/hooks";
import { type RunRef, refKey } from "../../../core/model/run.ts";
import type { ComparedMetric, Comparison, Series } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { ChartState } from "../../../protocol/chartState.ts";
import type { ChartGroup } from "../../ui/chart/lines/chartGroup.ts";
import { LineCard } from "../../ui/chart/lines/LineCard.tsx";
import type { LineName } from "../../ui/chart/lines/line.ts";
import { useHost } from "../context.ts";

interface Props {
  readonly metric: ComparedMetric;
  readonly comparison: Comparison;
  readonly choices: ChartState;
  /** By the key of their run. */
  readonly names: ReadonlyMap<string, LineName>;
  readonly group: ChartGroup;
}

const HEIGHT = 200;
/** Over all lines of a chart: with many runs each needs fewer. */
const POINTS_PER_CHART = 40_000;
const POINTS_PER_LINE = 2000;

/** One metric of all runs that have it. */
export function MetricChart({ metric, comparison, choices, names, group }: Props) {
  const host = useHost();
  const { key, goal } = metric;
  const { logX, logY, outliers } = choices;
  const subject = useMemo(() => ({ title: visibleText(key), goal }), [key, goal]);
  const settings = useMemo(() => ({ logX, logY, outliers }), [logX, logY, outliers]);
  const name = useCallback(
    ({ ref }: Series) => names.get(refKey(ref)) ?? { id: refKey(ref), label: "", look: 0 },
    [names],
  );
  const points = Math.min(POINTS_PER_LINE, Math.floor(POINTS_PER_CHART / comparison.runs.length));
  return (
    <LineCard
      subject={subject}
      settings={settings}
      axis={choices.axis}
      smoothing={choices.smoothing}
      group={group}
      height={HEIGHT}
      version={version(comparison, metric)}
      load={(view) => host.ask("series", key, refsOf(comparison, metric), points, view)}
      name={name}
    />
  );
}

function refsOf({ runs }: Comparison, { values }: ComparedMetric): readonly RunRef[] {
  return runs.map(({ ref }) => ref).filter((_, index) => values[index] !== null);
}

/** Changes with the runs and with their points. */
function version({ runs }: Comparison, { values }: ComparedMetric): string {
  return runs
    .map(({ ref }, index) => `${refKey(ref)} ${values[index]?.count ?? 0} ${values[index]?.last.value ?? ""}`)
    .join("\n");
}
