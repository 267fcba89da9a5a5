import { useContext, useMemo, useRef, useState } from "preact/hooks";
import { verdictOf } from "../../../core/compare/verdict.ts";
import type { RunRef } from "../../../core/model/run.ts";
import type { Comparison } from "../../../core/model/views.ts";
import { perform } from "../../ui/announce.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { t } from "../../ui/l10n.ts";
import { CompareCharts } from "../charts/CompareCharts.tsx";
import type { Choices } from "../choices.ts";
import { IsFile, useHost } from "../context.ts";
import { Actions } from "./Actions.tsx";
import { AddRuns } from "./AddRuns.tsx";
import { CompareTable } from "./CompareTable.tsx";
import { RunChips } from "./chips/RunChips.tsx";
import { linesOf } from "./compareGroups.ts";
import { FilesSection } from "./files/FilesSection.tsx";
import type { GridFocus } from "./grid/gridFocus.ts";
import { MissingRuns } from "./MissingRuns.tsx";
import { Notes } from "./notes/Notes.tsx";
import type { PartId } from "./parts/part.ts";
import { useModels } from "./parts/useModels.ts";
import { placeOfKey } from "./placeOfKey.ts";
import { showsRunsAsRows } from "./runsAsRows.ts";
import { shownComparison } from "./shownComparison.ts";
import { Toolbar } from "./Toolbar.tsx";
import { useDifferences } from "./useDifferences.ts";
import { Verdict } from "./verdict/Verdict.tsx";

interface Props {
  readonly comparison: Comparison;
  readonly choices: Choices;
  look(ref: RunRef): number;
}

/** The pinned runs side by side: what it comes to, their values, then their curves. */
export function ComparePage({ comparison, choices, look }: Props) {
  const state = choices.compare.value;
  const baseline = comparison.baseline ?? 0;
  const host = useHost();
  const isFile = useContext(IsFile);
  const models = useModels(comparison);
  const shown = useMemo(
    () => shownComparison(comparison, models, state, baseline),
    [comparison, models, state, baseline],
  );
  const [folded, setFolded] = useState<ReadonlySet<PartId>>(new Set());
  const lines = useMemo(() => linesOf(shown.groups, folded), [shown.groups, folded]);
  const runsAsRows = showsRunsAsRows(state.runsAsRows, comparison.runs.length);
  const control = useRef<GridFocus>(null);
  const differences = useDifferences(lines, runsAsRows, control);
  const verdict = useMemo(
    () =>
      verdictOf(
        comparison,
        {
          baseline,
          goals: new Map(Object.entries(state.goals)),
          ...(state.tolerance > 0 ? { tolerance: { relative: state.tolerance, absolute: 0 } } : {}),
        },
        t,
      ),
    [comparison, baseline, state.goals, state.tolerance],
  );
  if (comparison.runs.length === 0) return <NoRuns missing={comparison.missing.length} />;
  const sayGoal = (key: string, goal: "min" | "max"): void => {
    if (isFile) choices.choose({ goals: { ...state.goals, [key]: goal } });
    else perform(host.ask("sayGoal", key, goal));
  };
  const reveal = (group: PartId, key: string): void => {
    const place = placeOfKey(lines, runsAsRows, group, key);
    if (place !== null) control.current?.focus(place);
  };
  return (
    <main class="compare-page">
      <MissingRuns comparison={comparison} />
      <div class="compare-head">
        {comparison.runs.length === 1 ? (
          <p class="notice">{t("One run is left; a comparison has two or more.")}</p>
        ) : (
          <Verdict
            verdict={verdict}
            onMetric={(key) => reveal("metrics", key)}
            onParam={(key) => reveal("params", key)}
            onRun={(run) => {
              const place = shown.order.indexOf(run);
              control.current?.focus(runsAsRows ? { row: place, column: -1 } : { row: -1, column: place });
            }}
            onGoal={sayGoal}
          />
        )}
        <Actions shown={shown} models={models} verdict={verdict} />
      </div>
      <RunChips
        comparison={comparison}
        baseline={baseline}
        look={look}
        onBaseline={(ref) => perform(host.ask("setBaseline", ref))}
        onArranged={() => choices.choose({ order: null })}
      />
      <Toolbar
        shown={shown}
        runsAsRows={runsAsRows}
        differences={differences.words}
        choose={(change) => choices.choose(change)}
        onDifference={differences.step}
      />
      <CompareTable
        shown={shown}
        lines={lines}
        runsAsRows={runsAsRows}
        folded={folded}
        control={control}
        look={look}
        choose={(change) => choices.choose(change)}
        sayGoal={sayGoal}
        onFold={(id) => setFolded((was) => toggled(was, id))}
      />
      <Notes shown={shown} look={look} />
      <CompareCharts comparison={comparison} filter={state.filter} choices={choices.charts} look={look} />
      <FilesSection shown={shown} look={look} />
    </main>
  );
}

function NoRuns({ missing }: { readonly missing: number }) {
  return (
    <EmptyState title={t("No runs to compare")}>
      {missing > 0
        ? t("None of the pinned runs is there any more: moved, deleted, or on another branch.")
        : t("Select two or more runs in the Runs view, then choose Compare Selected Runs.")}{" "}
      <AddRuns />
    </EmptyState>
  );
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
