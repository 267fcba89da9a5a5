import type { ShownStatus } from "../../../../src/core/model/views.ts";
import { chance, idOf, type Make, type TableData } from "./tableData.ts";

const pick =
  (values: readonly (string | null)[], salt: number): Make =>
  (run) =>
    values[Math.floor(chance(run, salt) * values.length)] ?? null;
const between =
  (least: number, most: number, salt: number): Make =>
  (run) =>
    least + (most - least) * chance(run, salt);
const NAMES = ["brave-swan", "calm-owl", "swift-hare", "quiet-fox", "bold-lynx", "merry-stork", "keen-otter"];

const status = (run: number): ShownStatus => {
  if (run === 0) return "live";
  const at = chance(run, 5);
  return at < 0.07 ? "failed" : at < 0.1 ? "killed" : at < 0.12 ? "unfinished" : "finished";
};

const FEW = {
  metrics: {
    val_rmse: (run: number) => (run % 29 === 28 ? null : run % 31 === 30 ? Number.NaN : 0.31 + 0.25 * chance(run, 11)),
    val_r2: (run: number) => 0.95 - 0.3 * chance(run, 11) - 0.02 * chance(run, 12),
    train_loss: (run: number) => (run % 33 === 32 ? Number.POSITIVE_INFINITY : 0.08 + 0.2 * chance(run, 13)),
    inference_ms: between(3, 60, 14),
    rows: () => 128_450,
  },
  params: {
    model: pick(["xgboost", "random_forest", "mlp", "ridge"], 21),
    max_depth: (run: number) => (chance(run, 21) > 0.5 ? null : String([4, 6, 8, 12][Math.floor(chance(run, 22) * 4)])),
    learning_rate: pick(["0.1", "0.05", "0.01", "0.003"], 23),
    n_estimators: pick(["50", "100", "200", "400"], 24),
    seed: (run: number) => String(1000 + run),
    data: (run: number) => `s3://churn/features/2026-0${1 + (run % 9)}/part-${run}.parquet`,
    epochs: () => "10",
    optimizer: () => "adamw",
  },
  tags: {
    team: pick(["growth", "core", null], 31),
    "mlflow.source.git.commit": (run: number) => idOf(Math.floor(run / 4)),
  },
} as const;

const named = (run: number): string => `${NAMES[run % NAMES.length]}-${100 + ((run * 37) % 900)}`;
const unnamed = (run: number): string => idOf(run).slice(0, 8);

const few = (runs: number, changes: Partial<TableData> = {}): TableData => ({
  runs,
  ...FEW,
  telling: ["model", "learning_rate"],
  primary: "val_rmse",
  label: named,
  status,
  ...changes,
});

/** As many columns as asked for, of every kind of value. */
function wide(runs: number, columns: number): TableData {
  const metrics: Record<string, Make> = { ...FEW.metrics };
  const params: Record<string, Make> = { ...FEW.params };
  for (let at = 0; Object.keys(metrics).length + Object.keys(params).length < columns; at++) {
    metrics[`${["val", "test", "train"][at % 3]}/${["auc", "loss", "f1"][at % 3]}_${at}`] = between(
      0,
      1 + at,
      100 + at,
    );
    params[`block_${at % 12}.layer_${at}`] = pick(["relu", "gelu", "64", "128", `v${at}`], 300 + at);
  }
  return few(runs, { metrics, params });
}

const EVIL = '<img src=x onerror="document.body.dataset.evil=1">';
const RTL = "\u202egnp.exe\u202c";

const hostile: TableData = {
  runs: 12,
  metrics: {
    [EVIL]: (run) =>
      [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308, 5e-324, -0][run % 7] ?? null,
    [`loss_${"x".repeat(10_240)}`]: between(0, 1, 1),
    "": (run: number) => run,
    huge: (run) => (run - 6) * 2.5e307,
  },
  params: {
    [EVIL]: (run) => (run % 2 === 0 ? EVIL : RTL),
    [`${RTL}key`]: (run) => `a\u0000b\u0007c\u200bd ${run}`,
    long: (run) => `${run} ${"v".repeat(10_240)}`,
    lines: (run) => Array.from({ length: 40 + run }, (_, i) => `line ${i}`).join("\n"),
    constructor: (run: number) => String(run % 3),
    empty: (run) => (run % 2 === 0 ? "" : "filled"),
    עברית: (run) => `שלום עולם ${run % 4}`,
  },
  tags: { [EVIL]: (run) => `${EVIL} ${run}` },
  telling: [EVIL],
  primary: EVIL,
  label: (run) => [EVIL, RTL, "k".repeat(10_240), "", "שלום עולם", "a\nb\tc"][run % 6] ?? "",
  status: (run) => (run % 2 === 0 ? "unreadable" : "finished"),
};

export const tables: Readonly<Record<string, TableData>> = {
  "table-three": few(3),
  "table-unnamed": few(23, { label: unnamed }),
  "table-thousand": few(1000),
  "table-groups": few(400),
  "table-wide": wide(10_000, 200),
  "table-huge": few(100_000),
  "table-hostile": hostile,
  "table-slow": few(5000),
  "table-none": few(0),
  "table-one": few(1),
  "table-vanished": few(5),
};
