import type { Comparison } from "../../../../src/core/model/views.ts";
import { comparison, metricRow, rowsOf, valueRow } from "./comparisons.ts";
import { oddHistories } from "./oddHistories.ts";
import { curve, HOUR, metric, NOW, row } from "./parts.ts";

/** A run beside a comparison, to draw live ones against. */
export const ghostRow = row({ id: "99e0f6b2f4f4e1f", label: "sunny-fox-5" });

/** Comparisons whose charts are worth looking at. */
export const chartSamples: Readonly<Record<string, Comparison>> = {
  long: comparison(3, {
    metrics: [
      metricRow(
        "train_loss",
        "min",
        [0, 1, 2].map((i) => curve("train_loss", 2.3, 0.0871234 + i * 0.031, 20_000)),
      ),
    ],
  }),
  odd: comparison(3, {
    metrics: Object.keys(oddHistories).map((key) =>
      metricRow(
        key,
        "min",
        [0, 1, 2].map((run) => curve(key, 1, 0.5, oddHistories[key]?.(run).values.length ?? 2)),
      ),
    ),
  }),
  live: comparison(3, {
    runs: rowsOf(3).map((own, i) => ({ ...own, status: i === 1 ? "live" : "finished" })),
    metrics: [
      metricRow("train_loss", "min", [curve("train_loss", 2.3, 0.2, 200), curve("train_loss", 2.3, 0.9, 60), null]),
    ],
  }),
  sweep: sweep(60),
  "large-sweep": sweep(500),
};

/** A search over params: some numbers over decades, some few, some words; one metric that follows them. */
function sweep(count: number): Comparison {
  const random = (i: number, salt: number): number => {
    const x = Math.sin(i * 127.1 + salt * 311.7) * 43_758.5453;
    return x - Math.floor(x);
  };
  const each = <T>(make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  const rate = (i: number): number => 10 ** (-4 + 3 * random(i, 1));
  const depth = (i: number): number => 2 + Math.floor(10 * random(i, 2));
  const model = (i: number): string => ["forest", "boosting", "linear"][Math.floor(3 * random(i, 3))] ?? "";
  const loss = (i: number): number =>
    0.2 + 0.05 * (Math.log10(rate(i)) + 2.5) ** 2 + 0.02 * Math.abs(depth(i) - 7) + 0.08 * random(i, 4);
  return comparison(count, {
    runs: rowsOf(count).map((own, i) => ({ ...own, label: `trial-${i}`, start: NOW - (count - i) * HOUR })),
    metrics: [
      metricRow(
        "val_loss",
        "min",
        each((i) => curve("val_loss", 2.4, i === 7 ? Number.NaN : loss(i), 100)),
      ),
      metricRow(
        "fit_seconds",
        "min",
        each((i) => metric("fit_seconds", 5 + depth(i) * 8 * random(i, 5))),
      ),
      metricRow(
        "val_r2",
        "max",
        each((i) => (i % 9 === 0 ? null : metric("val_r2", 1 - loss(i)))),
      ),
    ],
    params: [
      valueRow(
        "learning_rate",
        each((i) => rate(i).toPrecision(3)),
      ),
      valueRow(
        "max_depth",
        each((i) => String(depth(i))),
      ),
      valueRow("model", each(model)),
      valueRow(
        "subsample",
        each((i) => (i % 11 === 0 ? null : (0.5 + Math.floor(5 * random(i, 6)) / 10).toFixed(1))),
      ),
      valueRow(
        "seed",
        each((i) => String(i)),
      ),
    ],
  });
}
