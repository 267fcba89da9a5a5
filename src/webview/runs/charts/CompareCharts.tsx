import { useLazy } from "../../ui/useLazy.ts";
import type { CompareChartsProps } from "./props.ts";
import "../../ui/controls.css";
import "../../ui/chart/chart.css";
import "./charts.css";

/** The comparison's charts, which are loaded only where there is something to draw. */
export function CompareCharts(props: CompareChartsProps) {
  return props.comparison.metrics.some(({ hasSteps }) => hasSteps) ? <Loaded {...props} /> : null;
}

function Loaded(props: CompareChartsProps) {
  const part = useLazy(() => import("./LineCharts.tsx"));
  return part === null ? null : <part.LineCharts {...props} />;
}
