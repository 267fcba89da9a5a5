import type { Signal } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { trendSentence } from "../../../core/compare/trendSentence.ts";
import type { TableQuery } from "../../../core/model/runsTable.ts";
import type { Trend } from "../../../core/model/trend.ts";
import type { PrimaryMetric, RunKeys } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { ChartState } from "../../../protocol/chartState.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { t } from "../../ui/l10n.ts";
import { lazily } from "../../ui/lazily.tsx";
import { useRunPicking } from "../charts/useRunPicking.ts";
import { useHost } from "../context.ts";
import { TrendChart } from "./TrendChart.tsx";
import { TrendToolbar } from "./TrendToolbar.tsx";
import { trendPoints } from "./trendPoints.ts";
import type { TrendState } from "./trendState.ts";
import "../charts/charts.css";
import "./trend.css";

export interface TrendTabProps {
  readonly query: TableQuery;
  /** What the runs are judged by. */
  readonly primary: PrimaryMetric | null;
  /** Changes with the runs. */
  readonly version: number;
  readonly choices: Signal<TrendState>;
  /** Of the charts across runs. */
  readonly charts: Signal<ChartState>;
}

const AcrossRuns = lazily(() => import("./AcrossRuns.tsx").then((module) => module.AcrossRuns));

type Loaded = { readonly trend: Trend } | { readonly failure: string } | null;

/** Is it getting better? A metric of all runs of the table over time, and the answer in one sentence. */
export function TrendTab({ query, primary, version, choices, charts }: TrendTabProps) {
  const host = useHost();
  const [keys, setKeys] = useState<RunKeys | null>(null);
  const [loaded, setLoaded] = useState<Loaded>(null);
  const state = choices.value;
  const metrics = keys?.metrics.map(({ key }) => key) ?? [];
  const metric =
    [state.metric, primary?.key ?? null].find((key) => key !== null && metrics.includes(key)) ?? metrics[0] ?? null;
  const asked = JSON.stringify([query, metric, state.value, state.group]);
  useEffect(() => {
    let late = false;
    host.ask("keys").then(
      (found) => late || setKeys(found),
      (error: unknown) => late || setLoaded({ failure: String(error) }),
    );
    return () => {
      late = true;
    };
  }, [version]);
  useEffect(() => {
    if (metric === null) return;
    let late = false;
    host.ask("trend", { query, metric, value: state.value, group: state.group }).then(
      (trend) => late || setLoaded({ trend }),
      () => late || setLoaded({ failure: t("The runs of this metric could not be read.") }),
    );
    return () => {
      late = true;
    };
  }, [asked, version]);
  if (keys !== null && metric === null) {
    return <EmptyState title={t("No metrics yet")}>{t("A trend appears here once runs log a metric.")}</EmptyState>;
  }
  return (
    <main class="trend-page">
      {metric !== null && keys !== null && <TrendToolbar metric={metric} keys={keys} choices={choices} />}
      {loaded !== null && "failure" in loaded && <p class="plot-note">{loaded.failure}</p>}
      {loaded !== null && "trend" in loaded && <Answer trend={loaded.trend} state={state} />}
      <button
        type="button"
        class="text-button across-runs"
        aria-pressed={state.across}
        onClick={() => {
          choices.value = { ...state, across: !state.across };
        }}
      >
        {t("Charts across these runs")}
      </button>
      {state.across && <AcrossRuns query={query} primary={primary} version={version} choices={charts} />}
    </main>
  );
}

function Answer({ trend, state }: { readonly trend: Trend; readonly state: TrendState }) {
  const { picking, ringed } = useRunPicking(trend.refs, trend.labels);
  const group = state.group;
  const points = useMemo(() => trendPoints(trend, group !== null), [trend]);
  const sentence = useMemo(() => trendSentence(trend, t).sentence, [trend]);
  return (
    <>
      <p class="trend-sentence" role="status">
        {visibleText(sentence)}
      </p>
      {points !== null && (
        <TrendChart
          trend={trend}
          points={points}
          groupName={group === null ? "" : visibleText(group.key)}
          ringed={ringed}
          {...picking}
        />
      )}
    </>
  );
}
