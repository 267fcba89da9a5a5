import { lazily } from "../../ui/lazily.tsx";
import type { CompareChartsProps } from "./props.ts";

const LineCharts = lazily(() => import("./LineCharts.tsx").then((module) => module.LineCharts));

/** The comparison's charts, which are loaded only where there is something to draw. */
export function CompareCharts(props: CompareChartsProps) {
  return props.comparison.metrics.some(({ hasSteps }) => hasSteps) ? <LineCharts {...props} /> : null;
}
