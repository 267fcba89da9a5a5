import { useMemo, useState } from "preact/hooks";
import { refKey } from "../../../core/model/run.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { ChartGroup } from "../../ui/chart/lines/chartGroup.ts";
import { matcher } from "../../ui/format/text.ts";
import { counted, t } from "../../ui/l10n.ts";
import { Section } from "../../ui/Section.tsx";
import { ChartToolbar } from "./ChartToolbar.tsx";
import { MetricChart } from "./MetricChart.tsx";
import type { CompareChartsProps } from "./props.ts";
import { RunLegend } from "./RunLegend.tsx";

const SHOWN_AT_FIRST = 12;

/** A chart for each metric that has steps in any run, all runs over one another; one legend and one toolbar for all. */
export function LineCharts({ comparison, filter, choices, look }: CompareChartsProps) {
  const group = useMemo(() => new ChartGroup(), []);
  const [all, setAll] = useState(false);
  const names = useMemo(
    () =>
      new Map(
        comparison.runs.map(({ ref, label }) => {
          const id = refKey(ref);
          return [id, { id, label: visibleText(label), look: look(ref) }];
        }),
      ),
    [comparison],
  );
  const matches = matcher(filter);
  const withSteps = comparison.metrics.filter(({ hasSteps }) => hasSteps);
  const drawn = withSteps.filter(({ key }) => matches(key));
  if (drawn.length === 0) return null;
  return (
    <Section title={t("Charts")} count={drawn.length}>
      <ChartToolbar choices={choices} group={group} metrics={withSteps.map(({ key }) => key)} />
      {names.size > 1 && <RunLegend names={[...names.values()]} group={group} />}
      <div class="charts wide">
        {(all ? drawn : drawn.slice(0, SHOWN_AT_FIRST)).map((metric) => (
          <MetricChart
            key={metric.key}
            metric={metric}
            comparison={comparison}
            choices={choices.value}
            names={names}
            group={group}
          />
        ))}
      </div>
      {!all && drawn.length > SHOWN_AT_FIRST && (
        <button type="button" class="link more-charts" onClick={() => setAll(true)}>
          {counted(drawn.length, "Show all {0} charts", "Show all {0} charts")}
        </button>
      )}
    </Section>
  );
}
