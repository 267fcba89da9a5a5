import { final } from "./housePrices.ts";
import type { Moment } from "./places.ts";
import type { Random } from "./random.ts";
import { housesDataset, sourceTags, type Trained } from "./trained.ts";

const TRIAL_MS = 40_000;

/** A tuning session: a parent, and a child for each trial. Few of the trials have a name. */
export function tune(
  random: Random,
  moment: Moment,
  algorithm: "random_forest" | "gradient_boosting",
  trials: number,
): Trained[] {
  const id = random.hex(32);
  const children = Array.from({ length: trials }, (_, i) =>
    trial(random, { ...moment, time: moment.time + 2000 + i * TRIAL_MS }, algorithm, id, i),
  );
  const finished = children.filter((child) => child.run.status === "FINISHED");
  const best = Math.min(...finished.map((child) => child.scores.rmse ?? Number.POSITIVE_INFINITY));
  const end = moment.time + (trials + 1) * TRIAL_MS;
  const parent: Trained = {
    algorithm,
    model: null,
    scores: { best_rmse: best },
    run: {
      id,
      name: `tune-${algorithm}-${moment.build}`,
      start: moment.time,
      end,
      user: "alice",
      params: { model_type: algorithm, strategy: "random", trials: String(trials) },
      metrics: final({ best_rmse: best }, end),
      tags: {
        ...sourceTags(moment, "pipelines/tune.py"),
        "mlflow.note.content": `## Random search over ${trials} trials\n\nBest **rmse ${best.toFixed(4)}**. The learning rate matters most;\ndepth beyond 8 only costs time.\n`,
      },
      datasets: [housesDataset(moment, "train")],
    },
  };
  return [parent, ...children];
}

function trial(
  random: Random,
  moment: Moment,
  algorithm: "random_forest" | "gradient_boosting",
  parent: string,
  index: number,
): Trained {
  const depth = Math.floor(random.between(2, 15));
  const rate = Math.round(10 ** random.between(-3, -0.3) * 1e5) / 1e5;
  const trees = 50 * Math.floor(random.between(1, 13));
  const boosting = algorithm === "gradient_boosting";
  const off = boosting
    ? Math.abs(Math.log10(rate) + 1.1) * 0.12 + Math.abs(depth - 6) * 0.012
    : Math.abs(depth - 13) * 0.014;
  const rmse = (boosting ? 0.462 : 0.498) - 0.04 * moment.progress + off + 4 / trees + random.between(-0.006, 0.006);
  const end = moment.time + Math.round(random.between(0.3, 0.9) * TRIAL_MS);
  const status = random.chance(0.04) ? "FAILED" : "FINISHED";
  const scores = { rmse, "val/rmse": rmse * random.between(1.01, 1.05), fit_seconds: (end - moment.time) / 1000 };
  return {
    algorithm,
    model: null,
    scores,
    run: {
      id: random.hex(32),
      name: random.chance(0.42) ? `trial-${index}` : null,
      status,
      start: moment.time,
      end,
      user: "alice",
      parent,
      params: {
        model_type: algorithm,
        n_estimators: String(trees),
        max_depth: String(depth),
        ...(boosting ? { learning_rate: String(rate) } : {}),
      },
      metrics: status === "FINISHED" ? final(scores, end) : {},
      tags: sourceTags(moment, "pipelines/tune.py"),
    },
  };
}
