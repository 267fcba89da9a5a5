import type { Signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { ChartState, ManyState, ManyView } from "../../../../protocol/chartState.ts";
import { columnKey } from "../../../ui/chart/items/columnScale.ts";
import { t } from "../../../ui/l10n.ts";
import { Section } from "../../../ui/Section.tsx";
import { useRunPicking } from "../useRunPicking.ts";
import { BoxCard } from "./BoxCard.tsx";
import { CorrelationCard } from "./CorrelationCard.tsx";
import { chosenColumns } from "./chosen.ts";
import { ManyToolbar } from "./ManyToolbar.tsx";
import { ParallelCard } from "./ParallelCard.tsx";
import type { RunSet } from "./runSet.ts";
import { ScatterCard } from "./ScatterCard.tsx";

interface Props {
  readonly runs: RunSet;
  readonly choices: Signal<ChartState>;
}

/** Charts in which each run is one thing among many, of which one is shown at a time. */
export function ManyRuns({ runs, choices }: Props) {
  const state = choices.value.many;
  const set = (changes: Partial<ManyState>) => {
    choices.value = { ...choices.value, many: { ...state, ...changes } };
  };
  const chosen = useMemo(() => chosenColumns(runs, state), [runs, state]);
  const setLog = (key: string, isLog: boolean) => {
    const logs = runs.columns.filter(chosen.isLog).map(columnKey);
    set({ logs: isLog ? [...logs, key] : logs.filter((known) => known !== key) });
  };
  const { picking, ringed } = useRunPicking(runs.refs, runs.labels);
  const cards: Readonly<Record<ManyView, () => preact.JSX.Element>> = {
    parallel: () => (
      <ParallelCard runs={runs} chosen={chosen} arrange={(axes) => set({ axes })} setLog={setLog} {...picking} />
    ),
    scatter: () => <ScatterCard runs={runs} chosen={chosen} ringed={ringed} {...picking} />,
    box: () => <BoxCard runs={runs} chosen={chosen} />,
    correlation: () => <CorrelationCard runs={runs} chosen={chosen} />,
  };
  return (
    <Section title={t("Across runs")}>
      <ManyToolbar runs={runs} state={state} chosen={chosen} set={set} setLog={setLog} />
      {cards[state.view]()}
    </Section>
  );
}
