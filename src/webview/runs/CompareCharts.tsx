import { useState } from "preact/hooks";
import { WHOLE } from "../../core/compare/placePoints.ts";
import { type RunRef, refKey } from "../../core/model/run.ts";
import type { ComparedMetric, Comparison, Series } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { ChartCard } from "../ui/chart/ChartCard.tsx";
import { matcher } from "../ui/format/text.ts";
import { counted, t } from "../ui/l10n.ts";
import { Section } from "../ui/Section.tsx";
import { useHost } from "./context.ts";

interface Props {
  readonly comparison: Comparison;
  readonly filter: string;
  look(ref: RunRef): number;
}

const SHOWN_AT_FIRST = 12;
/** Over all lines of a chart: with many runs each needs fewer. */
const POINTS_PER_CHART = 20_000;
const POINTS_PER_LINE = 1000;

/** A chart a metric that has steps in any run, all runs over one another. */
export function CompareCharts({ comparison, filter, look }: Props) {
  const host = useHost();
  const [log, setLog] = useState(false);
  const [all, setAll] = useState(false);
  const matches = matcher(filter);
  const drawn = comparison.metrics.filter(({ key, hasSteps }) => hasSteps && matches(key));
  if (drawn.length === 0) return null;
  const labels = new Map(comparison.runs.map(({ ref, label }) => [refKey(ref), visibleText(label)]));
  const line = ({ ref }: Series) => ({ label: labels.get(refKey(ref)) ?? "", look: look(ref) });
  const points = Math.min(POINTS_PER_LINE, Math.floor(POINTS_PER_CHART / comparison.runs.length));
  const logButton = (
    <button type="button" class="text-button" aria-pressed={log} onClick={() => setLog(!log)}>
      {t("Log scale")}
    </button>
  );
  return (
    <Section title={t("Charts")} count={drawn.length} tools={logButton}>
      <div class="charts wide">
        {(all ? drawn : drawn.slice(0, SHOWN_AT_FIRST)).map((metric) => (
          <ChartCard
            key={metric.key}
            title={visibleText(metric.key)}
            log={log}
            sync="compare"
            version={version(comparison, metric)}
            load={() => host.ask("series", metric.key, refsOf(comparison, metric), points, WHOLE)}
            line={line}
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

function refsOf({ runs }: Comparison, { values }: ComparedMetric): readonly RunRef[] {
  return runs.map(({ ref }) => ref).filter((_, index) => values[index] !== null);
}

/** Changes with the runs and with their points. */
function version({ runs }: Comparison, { values }: ComparedMetric): string {
  return runs
    .map(({ ref }, index) => `${refKey(ref)} ${values[index]?.count ?? 0} ${values[index]?.last.value ?? ""}`)
    .join("\n");
}
