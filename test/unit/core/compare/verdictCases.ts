import type { VerdictChoice } from "../../../../src/core/compare/verdict/input.ts";
import type { VerdictOutcome } from "../../../../src/core/model/verdict.ts";
import type { Given, GivenComparison } from "./given.ts";

/** A comparison and what it comes to, to be read as prose. */
export interface VerdictCase {
  readonly when: string;
  readonly runs: readonly Given[];
  readonly comparison?: GivenComparison;
  readonly choice?: VerdictChoice;
  readonly outcome: VerdictOutcome;
  readonly says: string;
}

const TELLING = ["max_depth", "lr"];
/** Ten params that are the same in all runs. */
const SAME = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`same_${i}`, "x"]));
const SHALLOW: Given = { params: { ...SAME, max_depth: 8, lr: 0.1 }, telling: TELLING };
const DEEP: Given = { params: { ...SAME, max_depth: 12, lr: 0.05 }, telling: TELLING };
const rmse = (value: number): Given => ({ metrics: { rmse: value } });
const x = (value: number): Given => ({ metrics: { x: value } });

/** Forty runs whose rmse falls as `max_depth` rises. */
const SWEEP: readonly Given[] = Array.from({ length: 40 }, (_, i) => ({
  metrics: { rmse: 0.5 - i / 100 + (i % 3) / 100 },
  params: { max_depth: 2 + Math.floor(i / 2), seed: i * 7919, optimizer: i % 2 === 0 ? "adam" : "sgd" },
  telling: ["optimizer"],
}));

/** Sixty runs; the best six are all of the fifteen with `model` boost. */
const FAMILIES: readonly Given[] = Array.from({ length: 60 }, (_, i) => ({
  metrics: { accuracy: i % 4 === 0 ? 0.9 + i / 1000 : 0.8 + ((i * 37) % 60) / 1000 },
  params: { model: i % 4 === 0 ? "boost" : (["forest", "linear", "net"][i % 3] ?? ""), units: 8 * (1 + ((i * 7) % 5)) },
}));

/** Forty runs whose rmse has nothing to do with their params. */
const NOISE: readonly Given[] = Array.from({ length: 40 }, (_, i) => ({
  metrics: { rmse: 0.4 + ((i * 7919) % 97) / 1000 },
  params: { max_depth: (i * 31) % 17, optimizer: i % 3 === 0 ? "adam" : "sgd" },
}));

export const PAIRS: readonly VerdictCase[] = [
  {
    when: "the second run is better, slower, and two params differ",
    runs: [
      { ...SHALLOW, ...rmse(0.412), took: 100 },
      { ...DEEP, ...rmse(0.397), took: 140 },
    ],
    outcome: "best",
    says: "B is best on rmse (-3.6 % vs A), 40 % slower; 2 of 12 params differ: max_depth 8 -> 12, lr 0.1 -> 0.05.",
  },
  {
    when: "the first run is better",
    runs: [
      { ...SHALLOW, ...rmse(0.397), took: 140 },
      { ...DEEP, ...rmse(0.412), took: 100 },
    ],
    outcome: "best",
    says: "B is worse than A on rmse (+3.8 %), 29 % faster; 2 of 12 params differ: max_depth 8 -> 12, lr 0.1 -> 0.05.",
  },
  {
    when: "the baseline is the second run",
    runs: [
      { ...SHALLOW, ...rmse(0.412) },
      { ...DEEP, ...rmse(0.397) },
    ],
    choice: { baseline: 1 },
    outcome: "best",
    says: "A is worse than B on rmse (+3.8 %); 2 of 12 params differ: max_depth 12 -> 8, lr 0.05 -> 0.1.",
  },
  {
    when: "higher is better",
    runs: [{ metrics: { accuracy: 0.91 } }, { metrics: { accuracy: 0.934 } }],
    outcome: "best",
    says: "B is best on accuracy (+2.6 % vs A).",
  },
  {
    when: "the values are equal",
    runs: [
      { ...SHALLOW, ...rmse(0.4) },
      { ...SHALLOW, ...rmse(0.4) },
    ],
    outcome: "equal",
    says: "A and B are equal on rmse (0.4); all 12 params are the same.",
  },
  {
    when: "only rounding makes them differ",
    runs: [rmse(0.1 + 0.2), rmse(0.3)],
    outcome: "equal",
    says: "A and B are equal on rmse (0.3).",
  },
  {
    when: "they are equal within a tolerance that was chosen",
    runs: [rmse(0.412), rmse(0.41235)],
    choice: { tolerance: { relative: 0.001, absolute: 0 } },
    outcome: "equal",
    says: "A and B are equal on rmse within the tolerance (0.412 and 0.4123).",
  },
  {
    when: "they are equal and another metric decides",
    runs: [{ metrics: { rmse: 0.4, mae: 0.31 } }, { metrics: { rmse: 0.4, mae: 0.29 } }],
    outcome: "equal",
    says: "A and B are equal on rmse (0.4); B is better on mae (-6.5 %).",
  },
  {
    when: "they are equal and the other metrics disagree",
    runs: [
      { metrics: { rmse: 0.4, mae: 0.31, r2: 0.8, mape: 3 } },
      { metrics: { rmse: 0.4, mae: 0.29, r2: 0.7, mape: 2 } },
    ],
    outcome: "equal",
    says: "A and B are equal on rmse (0.4); B is better on 2 and worse on 1 of 3 other metrics.",
  },
  {
    when: "they are equal and one took far longer",
    runs: [
      { ...rmse(0.4), took: 60 },
      { ...rmse(0.4), took: 600 },
    ],
    outcome: "equal",
    says: "A and B are equal on rmse (0.4); B is 10 times slower than A.",
  },
  {
    when: "another metric agrees",
    runs: [{ metrics: { rmse: 0.4, mae: 0.31 } }, { metrics: { rmse: 0.38, mae: 0.29 } }],
    outcome: "best",
    says: "B is best on rmse (-5 % vs A) and on mae (-6.5 %).",
  },
  {
    when: "all other metrics agree",
    runs: [{ metrics: { rmse: 0.4, mae: 0.31, r2: 0.7 } }, { metrics: { rmse: 0.38, mae: 0.29, r2: 0.8 } }],
    outcome: "best",
    says: "B is best on rmse (-5 % vs A) and on both other metrics.",
  },
  {
    when: "one other metric says the contrary",
    runs: [{ metrics: { rmse: 0.4, mae: 0.29, r2: 0.7 } }, { metrics: { rmse: 0.38, mae: 0.31, r2: 0.8 } }],
    outcome: "best",
    says: "B is best on rmse (-5 % vs A) but worse on mae (+6.9 %).",
  },
  {
    when: "several other metrics say the contrary",
    runs: [
      { metrics: { rmse: 0.4, mae: 0.29, mape: 2, r2: 0.7 }, took: 100 },
      { metrics: { rmse: 0.38, mae: 0.31, mape: 3, r2: 0.8 }, took: 50 },
    ],
    outcome: "best",
    says: "B is best on rmse (-5 % vs A) but worse on 2 of 3 other metrics, 2 times faster.",
  },
  {
    when: "the run is worse but better on another metric",
    runs: [{ metrics: { rmse: 0.38, mae: 0.31 } }, { metrics: { rmse: 0.4, mae: 0.29 } }],
    outcome: "best",
    says: "B is worse than A on rmse (+5.3 %) but better on mae (-6.5 %).",
  },
  {
    when: "training gets better where validation gets worse",
    runs: [{ metrics: { val_loss: 0.4, train_loss: 0.35 } }, { metrics: { val_loss: 0.45, train_loss: 0.1 } }],
    outcome: "best",
    says: "B is worse than A on val_loss (+12 %).",
  },
  {
    when: "one is NaN",
    runs: [rmse(0.412), rmse(Number.NaN)],
    outcome: "best",
    says: "A is best on rmse (0.412): B has NaN.",
  },
  {
    when: "one is infinite and failed",
    runs: [{ ...rmse(Number.POSITIVE_INFINITY), status: "failed" }, rmse(0.4)],
    outcome: "best",
    says: "B is best on rmse (0.4): A has Infinity; A failed.",
  },
  {
    when: "both are NaN",
    runs: [rmse(Number.NaN), rmse(Number.NaN)],
    outcome: "noNumber",
    says: "rmse is NaN in both runs.",
  },
  {
    when: "one is NaN and one infinite",
    runs: [rmse(Number.NaN), rmse(Number.POSITIVE_INFINITY)],
    outcome: "noNumber",
    says: "rmse is NaN in A and Infinity in B.",
  },
  {
    when: "one run misses the metric chosen",
    runs: [{ metrics: { rmse: 0.412, mae: 0.3 } }, { metrics: { mae: 0.29 } }],
    choice: { metric: "rmse" },
    outcome: "alone",
    says: "Only A has rmse (0.412).",
  },
  {
    when: "one run misses the metric of the experiment, and another is shared",
    runs: [{ metrics: { rmse: 0.412, mae: 0.3 } }, { metrics: { mae: 0.29 } }],
    comparison: { primary: { key: "rmse", goal: "min" } },
    outcome: "best",
    says: "B is best on mae (-3.3 % vs A).",
  },
  {
    when: "the runs have no metric in common",
    runs: [
      { metrics: { rmse: 0.4 }, params: { lr: 0.1 } },
      { metrics: { accuracy: 0.9 }, params: { lr: 0.2 } },
    ],
    outcome: "notShared",
    says: "A and B have no metric in common; the only param differs: lr 0.1 -> 0.2.",
  },
  {
    when: "no metric is logged",
    runs: [SHALLOW, DEEP],
    outcome: "noMetric",
    says: "No metrics are logged; 2 of 12 params differ: max_depth 8 -> 12, lr 0.1 -> 0.05.",
  },
  {
    when: "only one run has metrics and params",
    runs: [{}, { ...rmse(0.4), params: { lr: 1 } }],
    outcome: "notShared",
    says: "Only B has metrics; only B has params.",
  },
  {
    when: "both failed before they logged anything",
    runs: [{ status: "failed" }, { status: "failed" }],
    outcome: "noMetric",
    says: "No metrics are logged; both failed.",
  },
  { when: "nothing at all is logged", runs: [{}, {}], outcome: "noMetric", says: "No metrics are logged." },
  {
    when: "the goal is not known",
    runs: [
      { ...SHALLOW, ...x(1.2) },
      { ...DEEP, ...x(1.4) },
    ],
    outcome: "undecided",
    says: "x is 1.2 in A and 1.4 in B (+17 %); 2 of 12 params differ: max_depth 8 -> 12, lr 0.1 -> 0.05. Is a lower or a higher x better?",
  },
  {
    when: "the goal is not known and somebody says it",
    runs: [x(1.2), x(1.4)],
    choice: { goals: new Map([["x", "min"]]) },
    outcome: "best",
    says: "B is worse than A on x (+17 %).",
  },
  {
    when: "the goal is not known and nothing differs",
    runs: [x(1.2), x(1.2)],
    outcome: "equal",
    says: "A and B are equal on x (1.2).",
  },
  {
    when: "the goal is not known and one is NaN",
    runs: [x(1.2), x(Number.NaN)],
    outcome: "undecided",
    says: "x is 1.2 in A and NaN in B. Is a lower or a higher x better?",
  },
  {
    when: "a goal that was guessed is turned round",
    runs: [rmse(0.4), rmse(0.5)],
    choice: { goals: new Map([["rmse", "max"]]) },
    outcome: "best",
    says: "B is best on rmse (+25 % vs A).",
  },
  {
    when: "the baseline is zero",
    runs: [rmse(0), rmse(0.4)],
    outcome: "best",
    says: "B is worse than A on rmse (+0.4).",
  },
  {
    when: "both are negative",
    runs: [{ metrics: { nll: -120 } }, { metrics: { nll: -150 } }],
    outcome: "best",
    says: "B is best on nll (-25 % vs A).",
  },
  {
    when: "the sign changes",
    runs: [{ metrics: { r2: -0.2 } }, { metrics: { r2: 0.7 } }],
    outcome: "best",
    says: "B is best on r2 (+0.9 vs A).",
  },
  {
    when: "the value is many times higher",
    runs: [rmse(0.001), rmse(0.412)],
    outcome: "best",
    says: "B is worse than A on rmse (412 times higher).",
  },
  {
    when: "the value is a fraction",
    runs: [rmse(250), rmse(0.5)],
    outcome: "best",
    says: "B is best on rmse (500 times lower than A).",
  },
  {
    when: "the difference is no double",
    runs: [x(-1e308), x(1e308)],
    outcome: "undecided",
    says: "x is -1e308 in A and 1e308 in B (1e308 vs -1e308). Is a lower or a higher x better?",
  },
  {
    when: "the difference is tiny",
    runs: [rmse(0.412345678), rmse(0.412345668)],
    outcome: "best",
    says: "B is best on rmse (-1e-8 vs A).",
  },
  {
    when: "one run failed",
    runs: [{ ...rmse(0.4) }, { ...rmse(0.39), status: "failed", took: 10 }],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); B failed.",
  },
  {
    when: "one run is live",
    runs: [
      { ...rmse(0.4), took: 100 },
      { ...rmse(0.39), status: "live" },
    ],
    outcome: "best",
    says: "B leads on rmse so far (-2.5 % vs A); B is still running.",
  },
  {
    when: "one run is live and behind",
    runs: [rmse(0.4), { ...rmse(0.5), status: "live" }],
    outcome: "best",
    says: "B is behind A on rmse so far (+25 %); B is still running.",
  },
  {
    when: "neither finished",
    runs: [
      { ...rmse(0.4), status: "unfinished" },
      { ...rmse(0.39), status: "killed" },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); B was killed; A never finished.",
  },
  {
    when: "the runs are of different experiments",
    runs: [
      { ...rmse(0.4), experiment: "churn" },
      { ...rmse(0.39), experiment: "sales forecast" },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); they are of the experiments churn and sales forecast.",
  },
  {
    when: "they are called the same in different experiments",
    runs: [
      { ...rmse(0.4), label: "train", experiment: "churn" },
      { ...rmse(0.39), label: "train", experiment: "sales" },
    ],
    outcome: "best",
    says: "sales/train is best on rmse (-2.5 % vs churn/train); they are of the experiments churn and sales.",
  },
  {
    when: "the data differ",
    runs: [
      { ...rmse(0.4), dataset: "train-2024-01" },
      { ...rmse(0.39), dataset: "train-2024-02" },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); the datasets differ: train-2024-01 (d) -> train-2024-02 (d).",
  },
  {
    when: "only the code differs",
    runs: [
      { ...SHALLOW, ...rmse(0.4), commit: "4f2a1b3c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f40" },
      { ...SHALLOW, ...rmse(0.39), commit: "9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f404f2a1b3c" },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); all 12 params are the same; the code differs: 4f2a1b3c -> 9d8e7f6a.",
  },
  {
    when: "params come and go",
    runs: [
      { ...rmse(0.4), params: { lr: 0.1, dropout: 0.2, optimizer: "sgd" } },
      { ...rmse(0.39), params: { lr: 0.1, momentum: 0.9, optimizer: "adam" } },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); 3 of 4 params differ: optimizer sgd -> adam, dropout 0.2 removed, momentum 0.9 added.",
  },
  {
    when: "many params differ",
    runs: [
      { ...rmse(0.4), params: { a: 1, b: 1, c: 1, d: 1, e: 1, seed: 1, ...SAME } },
      { ...rmse(0.39), params: { a: 2, b: 2, c: 2, d: 2, e: 2, seed: 2, ...SAME } },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); 6 of 16 params differ: a 1 -> 2, b 1 -> 2, c 1 -> 2 and 3 more.",
  },
  {
    when: "four params differ",
    runs: [
      { ...rmse(0.4), params: { a: 1, b: 1, c: 1, seed: 1, ...SAME } },
      { ...rmse(0.39), params: { a: 2, b: 2, c: 2, seed: 2, ...SAME } },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); 4 of 14 params differ: a 1 -> 2, b 1 -> 2, c 1 -> 2, seed 1 -> 2.",
  },
  {
    when: "values are long, odd and full of digits",
    runs: [
      {
        ...rmse(0.4),
        params: { data: "/data/projects/churn/2024/train_v1.parquet", lr: "0.0003197242400268451", note: "", same: 1 },
      },
      {
        ...rmse(0.39),
        params: {
          data: "/data/projects/churn/2024/train_v2.parquet",
          lr: "0.012248321525592598",
          note: "a, b",
          same: 1,
        },
      },
    ],
    outcome: "best",
    says: 'B is best on rmse (-2.5 % vs A); 3 of 4 params differ: lr 0.0003197 -> 0.01225, note "" -> "a, b", data …rn/2024/train_v1.parquet -> …rn/2024/train_v2.parquet.',
  },
  {
    when: "the runs have no params in common",
    runs: [
      { ...rmse(0.4), params: { max_depth: 8 } },
      { ...rmse(0.39), params: { layers: 3, units: 64 } },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); they have no params in common.",
  },
  {
    when: "the only param is the same",
    runs: [
      { ...rmse(0.4), params: { lr: 1 } },
      { ...rmse(0.39), params: { lr: 1 } },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A); the only param is the same.",
  },
  {
    when: "the durations differ little",
    runs: [
      { ...rmse(0.4), took: 100 },
      { ...rmse(0.39), took: 105 },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A).",
  },
  {
    when: "one was much faster",
    runs: [
      { ...rmse(0.4), took: 600 },
      { ...rmse(0.39), took: 50 },
    ],
    outcome: "best",
    says: "B is best on rmse (-2.5 % vs A), 12 times faster.",
  },
];

export const GROUPS: readonly VerdictCase[] = [
  {
    when: "a later run is best",
    runs: [
      { ...SHALLOW, ...rmse(0.42), took: 100 },
      { ...SHALLOW, ...rmse(0.401), took: 100 },
      { ...DEEP, ...rmse(0.398), took: 140 },
    ],
    outcome: "best",
    says: "C is best of 3 on rmse (0.398, -5.2 % vs A), ahead of B (0.401); the worst is A (0.42); the best run is 40 % slower than A; 2 of 12 params differ, from A to the best run: max_depth 8 -> 12, lr 0.1 -> 0.05.",
  },
  {
    when: "the baseline is best",
    runs: [
      { ...DEEP, ...rmse(0.398) },
      { ...SHALLOW, ...rmse(0.401) },
      { ...SHALLOW, ...rmse(0.42) },
    ],
    outcome: "best",
    says: "A is best of 3 on rmse (0.398), ahead of B (0.401); the worst is C (0.42); 2 of 12 params differ, the best run has max_depth 12, lr 0.05.",
  },
  {
    when: "two share the best value",
    runs: [rmse(0.4), rmse(0.39), rmse(0.39), rmse(0.5)],
    outcome: "tied",
    says: "B and C tie for best of 4 on rmse (0.39), ahead of A (0.4); the worst is D (0.5).",
  },
  {
    when: "many share the best value",
    runs: [...Array.from({ length: 6 }, () => rmse(1)), rmse(2), rmse(2)],
    outcome: "tied",
    says: "A, B and 4 more tie for best of 8 on rmse (1), ahead of the 2 others (2).",
  },
  {
    when: "all are equal",
    runs: [rmse(0.4), rmse(0.4), rmse(0.4)],
    outcome: "equal",
    says: "All 3 runs are equal on rmse (0.4).",
  },
  {
    when: "all that have a number are equal",
    runs: [rmse(0.4), rmse(0.4), rmse(Number.NaN), {}],
    outcome: "equal",
    says: "The 2 runs with a number are equal on rmse (0.4); D has no rmse; C has NaN.",
  },
  {
    when: "only one has a number",
    runs: [rmse(Number.NaN), rmse(0.4), rmse(Number.NaN)],
    outcome: "best",
    says: "Only B has a number for rmse (0.4); 2 of 3 have NaN or an infinity.",
  },
  {
    when: "no run has a number",
    runs: [rmse(Number.NaN), rmse(Number.NaN), rmse(Number.NaN)],
    outcome: "noNumber",
    says: "rmse is NaN in all 3 runs.",
  },
  {
    when: "some have no metric, some NaN, some failed",
    runs: [
      rmse(0.4),
      rmse(0.39),
      {},
      {},
      { ...rmse(Number.NaN), status: "failed" },
      { ...rmse(0.5), status: "failed" },
      { status: "failed" },
    ],
    outcome: "best",
    says: "B is best of 7 on rmse (0.39, -2.5 % vs A), ahead of A (0.4); the worst is F (0.5); 3 of 7 have no rmse; E has NaN; 3 of 7 failed.",
  },
  {
    when: "the goal is not known",
    runs: [
      { ...SHALLOW, ...x(1.2) },
      { ...DEEP, ...x(1.9) },
      { ...DEEP, ...x(1.4) },
    ],
    outcome: "undecided",
    says: "x ranges from 1.2 (A) to 1.9 (B); 2 of 12 params differ: max_depth (8, 12), lr (0.05, 0.1). Is a lower or a higher x better?",
  },
  {
    when: "one is live",
    runs: [rmse(0.4), rmse(0.39), { ...rmse(0.45), status: "live" }],
    outcome: "best",
    says: "B leads 3 runs on rmse so far (0.39, -2.5 % vs A), ahead of A (0.4); the worst is C (0.45); C is still running.",
  },
  {
    when: "other metrics have other winners",
    runs: [
      { metrics: { rmse: 0.4, mae: 0.3, r2: 0.9 } },
      { metrics: { rmse: 0.38, mae: 0.31, r2: 0.8 } },
      { metrics: { rmse: 0.39, mae: 0.29, r2: 0.7 } },
    ],
    outcome: "best",
    says: "B is best of 3 on rmse (0.38, -5 % vs A), ahead of C (0.39); the worst is A (0.4); C is best on mae; A is best on r2.",
  },
  {
    when: "one other run wins on two other metrics",
    runs: [
      { metrics: { rmse: 0.4, mae: 0.2, r2: 0.9 } },
      { metrics: { rmse: 0.38, mae: 0.31, r2: 0.8 } },
      { metrics: { rmse: 0.39, mae: 0.29, r2: 0.7 } },
    ],
    outcome: "best",
    says: "B is best of 3 on rmse (0.38, -5 % vs A), ahead of C (0.39); the worst is A (0.4); A is best on mae and r2.",
  },
  {
    when: "the best is best on everything",
    runs: [
      { metrics: { rmse: 0.4, mae: 0.3, r2: 0.7 } },
      { metrics: { rmse: 0.38, mae: 0.2, r2: 0.8 } },
      { metrics: { rmse: 0.39, mae: 0.29, r2: 0.7 } },
    ],
    outcome: "best",
    says: "B is best of 3 on rmse (0.38, -5 % vs A), ahead of C (0.39); the worst is A (0.4); the best run leads on both other metrics too.",
  },
  {
    when: "no two have a metric in common",
    runs: [{ metrics: { a: 1 } }, { metrics: { b: 1 } }, { metrics: { c: 1 } }],
    outcome: "notShared",
    says: "No two of the 3 runs have a metric in common.",
  },
  {
    when: "they are of several experiments and data",
    runs: [
      { ...rmse(0.4), experiment: "a", dataset: "one" },
      { ...rmse(0.39), experiment: "b", dataset: "two" },
      { ...rmse(0.41), experiment: "c", dataset: "three" },
    ],
    outcome: "best",
    says: "B is best of 3 on rmse (0.39, -2.5 % vs A), ahead of A (0.4); the worst is C (0.41); they use 3 different datasets; they are of 3 experiments.",
  },
  {
    when: "none of the params that differ differs between baseline and best",
    runs: [
      { ...rmse(0.4), params: { lr: 1, seed: 1 } },
      { ...rmse(0.39), params: { lr: 1, seed: 1 } },
      { ...rmse(0.41), params: { lr: 2, seed: 1 } },
    ],
    outcome: "best",
    says: "B is best of 3 on rmse (0.39, -2.5 % vs A), ahead of A (0.4); the worst is C (0.41); 1 of 2 params differs, none between A and the best run.",
  },
  {
    when: "there are forty",
    runs: SWEEP,
    outcome: "best",
    says: "N1 is best of 40 on rmse (0.11, -78 % vs A), ahead of M1 (0.14); the median is 0.32, the worst 0.5 (C); all 3 params differ, from A to the best run: optimizer adam -> sgd, max_depth 2 -> 21, seed 0 -> 308841; rmse falls as max_depth rises (rank correlation -1.00 over 40 runs).",
  },
  {
    when: "the best share a value",
    runs: FAMILIES,
    outcome: "best",
    says: "E2 is best of 60 on accuracy (0.956, +6.2 % vs A), ahead of A2 (0.952); the median is 0.84, the worst 0.801 (N); both params differ, from A to the best run: units 8 -> 24; the best 6 of 60 all have model boost, as 15 do in all.",
  },
  {
    when: "nothing goes with the metric",
    runs: NOISE,
    outcome: "best",
    says: "A is best of 40 on rmse (0.4), ahead of K1 (0.401); the median is 0.4475, the worst 0.495 (Z); both params differ, the best run has max_depth 0, optimizer adam.",
  },
  {
    when: "the goal is not known and a param goes with the metric",
    runs: SWEEP.map(({ metrics, params = {} }) => ({ metrics: { x: metrics?.rmse ?? 0 }, params })),
    outcome: "undecided",
    says: "x ranges from 0.11 (N1) to 0.5 (C); all 3 params differ: max_depth (2 to 21), optimizer (adam, sgd), seed (0 to 308841); x falls as max_depth rises (rank correlation -1.00 over 40 runs). Is a lower or a higher x better?",
  },
  {
    when: "there are five hundred that are all the same",
    runs: Array.from({ length: 500 }, () => rmse(0.4)),
    outcome: "equal",
    says: "All 500 runs are equal on rmse (0.4).",
  },
];

export const FEW: readonly VerdictCase[] = [
  { when: "one run is left", runs: [rmse(0.4)], outcome: "tooFew", says: "One run alone cannot be compared." },
  { when: "there are none", runs: [], outcome: "tooFew", says: "There are no runs to compare." },
];
