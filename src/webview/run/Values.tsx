import { useMemo } from "preact/hooks";
import type { RunView } from "../../core/model/views.ts";
import { FilterBox } from "../ui/FilterBox.tsx";
import { exactNumber } from "../ui/format/number.ts";
import { matcher } from "../ui/format/text.ts";
import { counted, t } from "../ui/l10n.ts";
import { Section } from "../ui/Section.tsx";
import { MetricTable } from "./MetricTable.tsx";
import { ParamTable } from "./ParamTable.tsx";
import "./Values.css";

interface Props {
  readonly view: RunView;
  readonly filter: string;
  onFilter(filter: string): void;
}

/** So few are seen at a glance. */
const WITHOUT_FILTER = 8;

/** Metrics and params beside each other, narrowed by one filter. */
export function Values({ view, filter, onFilter }: Props) {
  const { metrics, params, primary } = view;
  const total = metrics.length + params.length;
  const matches = useMemo(() => matcher(filter), [filter]);
  const shownMetrics = metrics.filter(({ key, last }) => matches(key, exactNumber(last.value)));
  const shownParams = params.filter(({ key, value }) => matches(key, value));
  if (total === 0) return <p class="dim nothing">{t("No metrics and no params were logged.")}</p>;
  return (
    <div class="values">
      {(total > WITHOUT_FILTER || filter !== "") && (
        <FilterBox
          value={filter}
          placeholder={t("Filter metrics and params")}
          result={counted(total, "{1} of {0}", "{1} of {0}").replace(
            "{1}",
            String(shownMetrics.length + shownParams.length),
          )}
          onChange={onFilter}
        />
      )}
      <div class="values-columns">
        {metrics.length > 0 && (
          <Section title={t("Metrics")} count={metrics.length}>
            {shownMetrics.length > 0 ? <MetricTable metrics={shownMetrics} primary={primary} /> : <NoMatch />}
          </Section>
        )}
        {params.length > 0 && (
          <Section title={t("Params")} count={params.length}>
            {shownParams.length > 0 ? <ParamTable params={shownParams} /> : <NoMatch />}
          </Section>
        )}
      </div>
    </div>
  );
}

function NoMatch() {
  return <p class="dim nothing">{t("Nothing matches the filter.")}</p>;
}
