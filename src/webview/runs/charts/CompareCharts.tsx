import { useMemo } from "preact/hooks";
import { lazily } from "../../ui/lazily.tsx";
import { runSetOf } from "./many/runSet.ts";
import type { CompareChartsProps } from "./props.ts";

const LineCharts = lazily(() => import("./LineCharts.tsx").then((module) => module.LineCharts));
const ManyRuns = lazily(() => import("./many/ManyRuns.tsx").then((module) => module.ManyRuns));

/** Two runs are compared better by their numbers alone. */
const MANY = 3;

/** The comparison's charts, each loaded only where there is something to draw. */
export function CompareCharts(props: CompareChartsProps) {
  const { comparison, choices, look } = props;
  const runs = useMemo(() => runSetOf(comparison, look), [comparison]);
  return (
    <>
      {comparison.metrics.some(({ hasSteps }) => hasSteps) && <LineCharts {...props} />}
      {comparison.runs.length >= MANY && runs.columns.length >= 2 && <ManyRuns runs={runs} choices={choices} />}
    </>
  );
}
