import { useMemo } from "preact/hooks";
import type { RunView } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { ChartGroup } from "../ui/chart/lines/chartGroup.ts";
import { PLAIN } from "../ui/chart/lines/settings.ts";
import { matcher } from "../ui/format/text.ts";
import { useKept } from "../ui/kept.ts";
import { counted, t } from "../ui/l10n.ts";
import { lazily } from "../ui/lazily.tsx";
import { Section } from "../ui/Section.tsx";
import { useHost } from "./context.ts";

interface Props {
  readonly view: RunView;
  readonly filter: string;
}

type Metric = RunView["metrics"][number];

const SHOWN_AT_FIRST = 12;

const LineCard = lazily(() => import("../ui/chart/lines/LineCard.tsx").then((module) => module.LineCard));

/** A small chart for each metric that has more than one point. */
export function Charts({ view, filter }: Props) {
  const group = useMemo(() => new ChartGroup(), []);
  const [log, setLog] = useKept("log", false);
  const [all, setAll] = useKept("all charts", false);
  const matches = matcher(filter);
  const drawn = view.metrics.filter(({ key, count }) => count > 1 && matches(key));
  if (drawn.length === 0) return null;
  const shown = all ? drawn : drawn.slice(0, SHOWN_AT_FIRST);
  const tools = (
    <>
      {group.zoom.value !== null && (
        <button type="button" class="text-button" onClick={() => resetZoom(group)}>
          {t("Reset zoom")}
        </button>
      )}
      <button type="button" class="text-button" aria-pressed={log} onClick={() => setLog(!log)}>
        {t("Log scale")}
      </button>
    </>
  );
  return (
    <Section title={t("Charts")} count={drawn.length} tools={tools}>
      <div class="charts">
        {shown.map((metric) => (
          <MetricChart key={metric.key} metric={metric} log={log} group={group} />
        ))}
      </div>
      {shown.length < drawn.length && (
        <button type="button" class="link more-charts" onClick={() => setAll(true)}>
          {counted(drawn.length, "Show all {0} charts", "Show all {0} charts")}
        </button>
      )}
    </Section>
  );
}

function resetZoom(group: ChartGroup): void {
  group.zoom.value = null;
}

const MAX_POINTS = 2000;
const HEIGHT = 180;

interface ChartProps {
  readonly metric: Metric;
  readonly log: boolean;
  readonly group: ChartGroup;
}

function MetricChart({ metric, log, group }: ChartProps) {
  const host = useHost();
  const { key, goal, count, last } = metric;
  const subject = useMemo(() => ({ title: visibleText(key), goal }), [key, goal]);
  const settings = useMemo(() => ({ ...PLAIN, logY: log }), [log]);
  const names = useMemo(() => {
    const name = () => ({ id: key, label: visibleText(key), look: 0 });
    return { series: name, band: name };
  }, [key]);
  return (
    <LineCard
      subject={subject}
      settings={settings}
      axis="step"
      smoothing={0}
      group={group}
      height={HEIGHT}
      version={`${count} ${last.step} ${last.timestamp} ${last.value}`}
      load={async (wanted) => {
        const series = await host.ask("series", key, MAX_POINTS, wanted);
        return { series: series === null ? [] : [series], bands: [] };
      }}
      names={names}
      each={false}
    />
  );
}
