import type { Series } from "../../../../../../src/core/model/views.ts";
import type { Line } from "../../../../../../src/webview/ui/chart/lines/line.ts";

export function line(id: string, x: readonly number[], y: readonly number[], more: Partial<Line> = {}): Line {
  const columns = { x: Float64Array.from(x), y: Float64Array.from(y) };
  return { id, label: id, look: 0, raw: null, band: null, ghost: false, ...columns, ...more };
}

export function series(x: readonly number[], values: readonly number[], more: Partial<Series> = {}): Series {
  return {
    ref: { store: "/s", experiment: "0", run: "a" },
    key: "loss",
    x: Float64Array.from(x),
    steps: Float64Array.from(x),
    values: Float64Array.from(values),
    timestamps: Float64Array.from(x, (_, i) => 1_700_000_000_000 + i * 1000),
    smoothed: null,
    points: values.length,
    unplaced: 0,
    ...more,
  };
}
