import type { Goal } from "../../../../src/core/model/goal.ts";
import type { MetricSummary } from "../../../../src/core/model/metric.ts";
import type { ComparedMetric, ComparedValue, Comparison, RunRow } from "../../../../src/core/model/views.ts";
import { curve, HOUR, metric, NOW, refOf, row } from "./parts.ts";

const NAMES = ["brave-swan-412", "calm-owl-77", "swift-hare-9"];

export function rowsOf(count: number): RunRow[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `${(i + 11).toString(16).padStart(2, "0")}1e0f6b2f4f4e1f`;
    const label = NAMES[i] ?? `run-${String(i).padStart(2, "0")}`;
    return row({ id, label, status: i === 2 ? "failed" : "finished", start: NOW - (20 + i * 9) * HOUR });
  });
}

export function metricRow(key: string, goal: Goal, values: readonly (MetricSummary | null)[]): ComparedMetric {
  const last = values.map((value) => value?.last.value ?? Number.NaN);
  const finite = last.filter((value) => !Number.isNaN(value));
  const differs = new Set(last.map(String)).size > 1;
  const best = goal === "min" ? Math.min(...finite) : Math.max(...finite);
  return {
    key,
    goal,
    values,
    best: goal === "unknown" || !differs ? [] : last.flatMap((value, i) => (value === best ? [i] : [])),
    differs,
    hasSteps: values.some((value) => (value?.count ?? 0) > 1),
  };
}

export function valueRow(key: string, values: readonly (string | null)[]): ComparedValue {
  return { key, values, differs: new Set(values).size > 1 };
}

export function comparison(count: number, changes: Partial<Comparison> = {}): Comparison {
  const runs = rowsOf(count);
  const each = <T>(make: (i: number) => T): T[] => runs.map((_, i) => make(i));
  return {
    runs,
    experiments: each((i) => (i === 1 ? "churn-baseline" : "churn")),
    missing: [],
    baseline: count > 0 ? 0 : null,
    primary: { key: "val_loss", goal: "min" },
    datasets: [
      {
        name: "customers",
        context: "training",
        values: each((i) => ({
          digest: i === 1 ? "91c2b7aa" : "8f3a01c4",
          sourceType: "local",
          source: "data/customers.csv",
          rows: 7043 - i,
        })),
        differs: count > 1,
        columns: {
          rows: [
            valueRow(
              "tenure",
              each((i) => (i === 1 ? "double" : "long")),
            ),
          ],
          hidden: 0,
        },
      },
    ],
    notes: each(
      (i) =>
        [
          "Best so far, **ready for review**.\n\n- deeper trees\n- slower learning",
          "Baseline of [last week](https://example.org/report).",
        ][i] ?? null,
    ),
    metrics: [
      metricRow(
        "train_loss",
        "min",
        each((i) => curve("train_loss", 2.3, 0.0871234 + i * 0.031, 200)),
      ),
      metricRow(
        "val_loss",
        "min",
        each((i) => (i === 2 ? null : curve("val_loss", 2.4, 0.1934 - i * 0.0111, 200))),
      ),
      metricRow(
        "val_r2",
        "max",
        each((i) => metric("val_r2", [0.9134501, 0.9207, Number.NaN][i] ?? 0.9 - i / 100)),
      ),
      metricRow(
        "rows_dropped",
        "unknown",
        each((i) => metric("rows_dropped", 1284 + (i % 2))),
      ),
      metricRow(
        "folds",
        "unknown",
        each(() => metric("folds", 5)),
      ),
    ],
    params: [
      valueRow(
        "batch_size",
        each(() => "256"),
      ),
      valueRow(
        "features",
        each(
          (i) =>
            `tenure, monthly_charges, total_charges, contract${i === 1 ? ", payment_method, paperless_billing, internet_service" : ""}`,
        ),
      ),
      valueRow(
        "learning_rate",
        each((i) => (i === 0 ? "0.05" : "0.1")),
      ),
      valueRow(
        "max_depth",
        each((i) => ["12", "8", null][i] ?? "8"),
      ),
      ...Array.from({ length: 9 }, (_, n) =>
        valueRow(
          `same_${n}`,
          each(() => "x"),
        ),
      ),
    ],
    tags: [
      valueRow(
        "stage",
        each((i) => (i === 0 ? "candidate" : "baseline")),
      ),
    ],
    attributes: [
      valueRow(
        "status",
        each((i) => (i === 2 ? "FAILED" : "FINISHED")),
      ),
      valueRow(
        "user",
        each(() => "ada"),
      ),
    ],
    ...changes,
  };
}

const EVIL = '<img src=x onerror="document.body.dataset.evil=1">';

export const comparisons: Readonly<Record<string, Comparison>> = {
  three: comparison(3),
  two: comparison(2),
  fifty: comparison(50),
  // 500 runs with 1,000 keys, half of them metrics.
  "five-hundred": comparison(500, {
    params: Array.from({ length: 500 }, (_, i) =>
      valueRow(
        `layer.${i}.width`,
        Array.from({ length: 500 }, (_, n) => String(64 * (1 + ((i * n) % 7)))),
      ),
    ),
    metrics: Array.from({ length: 500 }, (_, i) =>
      metricRow(
        `val_loss_${i}`,
        "min",
        Array.from({ length: 500 }, (_, n) => metric(`val_loss_${i}`, 0.2 + ((i * 31 + n * 17) % 100) / 1000)),
      ),
    ),
  }),
  equal: comparison(3, {
    params: [valueRow("learning_rate", ["0.1", "0.1", "0.1"]), valueRow("max_depth", ["8", "8", "8"])],
    metrics: [
      metricRow("val_loss", "min", [metric("val_loss", 0.2), metric("val_loss", 0.2), metric("val_loss", 0.2)]),
    ],
    tags: [],
    attributes: [valueRow("status", ["finished", "finished", "finished"])],
  }),
  different: comparison(2, {
    params: Array.from({ length: 12 }, (_, i) =>
      valueRow(`option_${i}`, [
        i % 3 === 0 ? null : `a value of some words, number ${i}`,
        i % 4 === 1 ? null : `some other value, number ${i * 2}`,
      ]),
    ),
  }),
  unknown: comparison(3, {
    primary: { key: "rows_dropped", goal: "unknown" },
    metrics: [
      metricRow("rows_dropped", "unknown", [
        metric("rows_dropped", 12),
        metric("rows_dropped", 80),
        metric("rows_dropped", 75),
      ]),
    ],
  }),
  "only-nan": comparison(3, {
    metrics: [
      metricRow(
        "val_loss",
        "min",
        [Number.NaN, Number.NaN, Number.NaN].map((value) => metric("val_loss", value)),
      ),
    ],
  }),
  unnamed: comparison(3, {
    runs: rowsOf(3).map((own, i) => ({ ...own, name: null, label: own.id.slice(0, 8), start: NOW - (i + 1) * 40_000 })),
  }),
  one: comparison(1),
  none: comparison(0, { missing: [refOf("7c1e0f6b00"), refOf("11e0f6b200")] }),
  vanished: comparison(1, { missing: [refOf("7c1e0f6b00"), refOf("11e0f6b200")] }),
  "thousand-params": comparison(4, {
    params: Array.from({ length: 1000 }, (_, i) =>
      valueRow(
        `layer.${i}.width`,
        [0, 1, 2, 3].map((n) => String(i * (1 + (n % 2)))),
      ),
    ),
  }),
  hostile: comparison(3, {
    experiments: [EVIL, "a".repeat(400), "\u202egnp.exe"],
    params: [valueRow(EVIL, [EVIL, "v".repeat(10_240), null]), valueRow("k".repeat(3000), ["1", "2", "3"])],
    metrics: [
      metricRow(EVIL, "min", [metric(EVIL, Number.NaN), metric(EVIL, 1e308), metric(EVIL, Number.NEGATIVE_INFINITY)]),
    ],
    runs: rowsOf(3).map((own) => ({ ...own, label: EVIL })),
  }),
};
