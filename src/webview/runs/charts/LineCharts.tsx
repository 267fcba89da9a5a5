import { useMemo, useState } from "preact/hooks";
import { ChartGroup } from "../../ui/chart/lines/chartGroup.ts";
import { LinePicks } from "../../ui/chart/lines/useLinePicks.ts";
import { matcher } from "../../ui/format/text.ts";
import { counted, t } from "../../ui/l10n.ts";
import { Section } from "../../ui/Section.tsx";
import { ChartToolbar } from "./ChartToolbar.tsx";
import { castOf } from "./cast.ts";
import { groupings } from "./groups.ts";
import { MetricChart } from "./MetricChart.tsx";
import type { CompareChartsProps } from "./props.ts";
import { RunLegend } from "./RunLegend.tsx";
import { useGhost } from "./useGhost.ts";
import { useLinePicking } from "./useRunPicking.ts";
import "./charts.css";

const SHOWN_AT_FIRST = 12;
const HEIGHT = 200;
const TALL = 280;

/** A chart for each metric that has steps in any run, all runs over one another; one legend and one toolbar for all. */
export function LineCharts({ comparison, filter, choices, look }: CompareChartsProps) {
  const group = useMemo(() => new ChartGroup(), []);
  const [all, setAll] = useState(false);
  const ghost = useGhost(comparison);
  const { grouping, layout } = choices.value;
  // Small charts say themselves whose they are.
  const isEach = layout === "each";
  const cast = useMemo(() => castOf(comparison, { grouping, ghost, look }), [comparison, grouping, ghost]);
  const available = useMemo(() => groupings(comparison), [comparison]);
  const picking = useLinePicking(cast);
  const matches = matcher(filter);
  const withSteps = comparison.metrics.filter(({ hasSteps }) => hasSteps);
  const drawn = withSteps.filter(({ key }) => matches(key));
  if (drawn.length === 0) return null;
  const isFew = drawn.length <= 2;
  return (
    <Section title={t("Charts")} count={drawn.length}>
      <ChartToolbar
        choices={choices}
        group={group}
        metrics={withSteps.map(({ key }) => key)}
        groupings={available}
        isGrouped={cast.groups !== null}
      />
      {cast.lines.length > 1 && (!isEach || group.hidden.value.size > 0) && (
        <RunLegend names={cast.lines} group={group} />
      )}
      <LinePicks.Provider value={cast.groups === null ? picking : null}>
        <div class={isFew ? "charts few" : "charts wide"}>
          {(all ? drawn : drawn.slice(0, SHOWN_AT_FIRST)).map((metric) => (
            <MetricChart
              key={metric.key}
              metric={metric}
              comparison={comparison}
              choices={choices.value}
              cast={cast}
              group={group}
              height={isFew ? TALL : HEIGHT}
            />
          ))}
        </div>
      </LinePicks.Provider>
      {!all && drawn.length > SHOWN_AT_FIRST && (
        <button type="button" class="link more-charts" onClick={() => setAll(true)}>
          {counted(drawn.length, "Show all {0} charts", "Show all {0} charts")}
        </button>
      )}
    </Section>
  );
}
