import type { MetricSpec, StatusName } from "../support/spec.ts";
import { final } from "./housePrices.ts";
import { ALGORITHMS, type Algorithm, type Moment } from "./places.ts";
import type { Random } from "./random.ts";
import { scoresCsv, sourceTags, type Trained } from "./trained.ts";

const BASE_AUC: Readonly<Record<Algorithm, number>> = {
  linear_regression: 0.71,
  random_forest: 0.79,
  gradient_boosting: 0.81,
};
const EPOCHS = 25;

/** The second question of the repository: each algorithm with and without balanced classes. */
export function trainOnChurn(random: Random, moment: Moment): Trained[] {
  return ALGORITHMS.flatMap((algorithm, i) =>
    [true, false].map((balanced, k) => {
      const time = moment.time + (i * 2 + k) * 90_000;
      return oneRun(random, { ...moment, time }, algorithm, balanced);
    }),
  );
}

function oneRun(random: Random, moment: Moment, algorithm: Algorithm, balanced: boolean): Trained {
  const auc = BASE_AUC[algorithm] + 0.05 * moment.progress + random.between(-0.01, 0.01);
  const f1 = auc - (balanced ? 0.12 : 0.2) + random.between(-0.01, 0.01);
  const end = moment.time + Math.round(random.between(20_000, 70_000));
  const scores = { auc, f1, accuracy: auc + (balanced ? 0.02 : 0.06) };
  const status: StatusName = random.chance(0.04) ? random.pick(["FAILED", "KILLED"]) : "FINISHED";
  const finished = status === "FINISHED";
  return {
    algorithm,
    scores,
    model: null,
    run: {
      id: random.hex(32),
      name: random.chance(0.85) ? `${algorithm}${balanced ? "-balanced" : ""}-${moment.build}` : null,
      status,
      start: moment.time,
      end,
      user: "runner",
      params: {
        model_type: algorithm,
        class_weight: balanced ? "balanced" : "None",
        max_iter: "200",
        seed: String(moment.build),
      },
      metrics: { ...curve(random, algorithm, auc, moment.time), ...(finished ? final(scores, end) : {}) },
      tags: { ...sourceTags(moment, "pipelines/churn.py"), team: "retention" },
      artifacts: finished ? { "scores.csv": scoresCsv(scores) } : {},
    },
  };
}

function curve(random: Random, algorithm: Algorithm, auc: number, start: number): Record<string, MetricSpec> {
  if (algorithm !== "gradient_boosting") return {};
  const epochs = Array.from({ length: EPOCHS }, (_, epoch) => epoch);
  const loss = (epoch: number): number =>
    (1 - auc) * (1.6 + 1.7 * Math.exp(-epoch / 6)) + random.between(-0.004, 0.004);
  return {
    loss: epochs.map((epoch) => [start + 700 * epoch, loss(epoch) * 0.93, epoch] as const),
    "val/loss": epochs.map((epoch) => [start + 700 * epoch, loss(epoch), epoch] as const),
  };
}
