import { WHOLE } from "../../core/compare/placePoints.ts";
import type { RunView } from "../../core/model/views.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { ChartCard } from "../ui/chart/ChartCard.tsx";
import { matcher } from "../ui/format/text.ts";
import { useKept } from "../ui/kept.ts";
import { counted, t } from "../ui/l10n.ts";
import { Section } from "../ui/Section.tsx";
import { useHost } from "./context.ts";

interface Props {
  readonly view: RunView;
  readonly filter: string;
}

const SHOWN_AT_FIRST = 12;
const MAX_POINTS = 1000;

/** A small chart for each metric that has more than one point. */
export function Charts({ view, filter }: Props) {
  const host = useHost();
  const [log, setLog] = useKept("log", false);
  const [all, setAll] = useKept("all charts", false);
  const matches = matcher(filter);
  const drawn = view.metrics.filter(({ key, count }) => count > 1 && matches(key));
  if (drawn.length === 0) return null;
  const shown = all ? drawn : drawn.slice(0, SHOWN_AT_FIRST);
  const logButton = (
    <button type="button" class="text-button" aria-pressed={log} onClick={() => setLog(!log)}>
      {t("Log scale")}
    </button>
  );
  return (
    <Section title={t("Charts")} count={drawn.length} tools={logButton}>
      <div class="charts">
        {shown.map(({ key, count, last }) => (
          <ChartCard
            key={key}
            title={visibleText(key)}
            log={log}
            sync="run"
            version={`${count} ${last.step} ${last.timestamp} ${last.value}`}
            load={async () => [await host.ask("series", key, MAX_POINTS, WHOLE)].filter((series) => series !== null)}
            line={() => ({ label: visibleText(key), look: 0 })}
          />
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
