import { useMemo } from "preact/hooks";
import type { RunRef } from "../../../core/model/run.ts";
import type { Comparison } from "../../../core/model/views.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { t } from "../../ui/l10n.ts";
import { CompareCharts } from "../CompareCharts.tsx";
import type { Choices } from "../choices.ts";
import { CompareTable } from "./CompareTable.tsx";
import { columnOrder } from "./columnOrder.ts";
import { compareGroups } from "./compareGroups.ts";
import { MissingRuns } from "./MissingRuns.tsx";
import { Toolbar } from "./Toolbar.tsx";

interface Props {
  readonly comparison: Comparison;
  readonly choices: Choices;
  look(ref: RunRef): number;
}

/** The pinned runs side by side: their values, then their curves. */
export function ComparePage({ comparison, choices, look }: Props) {
  const onlyDifferences = choices.onlyDifferences.value;
  const filter = choices.filter.value;
  const order = choices.order.value;
  const columns = useMemo(() => columnOrder(comparison, order), [comparison, order]);
  // With a single run nothing can differ, and hiding everything would say nothing.
  const hidesEqual = onlyDifferences && comparison.runs.length > 1;
  const groups = useMemo(
    () => compareGroups(comparison, { onlyDifferences: hidesEqual, filter }),
    [comparison, hidesEqual, filter],
  );
  if (comparison.runs.length === 0) {
    return (
      <EmptyState title={t("No runs to compare")}>
        {comparison.missing.length > 0
          ? t("None of the pinned runs is there any more: moved, deleted, or on another branch.")
          : t("Select two or more runs in the Runs view, then choose Compare Selected Runs.")}
      </EmptyState>
    );
  }
  return (
    <main class="compare-page">
      <Toolbar comparison={comparison} groups={groups} choices={choices} />
      <MissingRuns comparison={comparison} />
      {comparison.runs.length === 1 && (
        <p class="notice">{t("One run is left. Select more in the Runs view and choose Compare Selected Runs.")}</p>
      )}
      <CompareTable comparison={comparison} columns={columns} groups={groups} choices={choices} look={look} />
      <CompareCharts comparison={comparison} filter={filter} look={look} />
    </main>
  );
}
