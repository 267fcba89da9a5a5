import { equal } from "node:assert/strict";
import fc from "fast-check";
import { type Goal, goalOf, opposite } from "../../../../src/core/model/goal.ts";

const EXPECTED: Readonly<Record<Goal, readonly string[]>> = {
  min: [
    ...["rmse", "RMSE", "val_loss", "train/loss", "log_loss", "logloss", "final_val_smape", "wape", "Hamming loss"],
    ...["rootMeanSquaredError", "training_mean_absolute_error", "False positive rate", "brier_score", "test-err"],
    ...["validation_0-logloss", "cross_entropy", "negative_log_likelihood", "davies_bouldin_score", "neg_accuracy"],
  ],
  max: [
    ...[
      "accuracy",
      "Accuracy",
      "val_acc",
      "acc1",
      "f1",
      "f1_score_macro",
      "F-measure by label",
      "r2",
      "final_r2_score",
    ],
    ...["roc_auc", "areaUnderROC", "explainedVariance", "mAP_IoU_.5-.95", "metrics/mAP50-95(B)", "cv_cv_pr_auc"],
    ...["exact_matches", "training_score", "recall@5", "ndcg@10", "neg_mean_squared_error", "True positive rate"],
    ...["rollout/ep_rew_mean", "precision_recall_auc", "log_likelihood"],
  ],
  unknown: [
    ...[
      "",
      "lr",
      "epoch",
      "time_total_s",
      "pid",
      "warmup_time",
      "true_positives",
      "accuracy_loss",
      "auc-std",
      "name_1",
    ],
    ...[
      "loss_scale",
      "best_f1_threshold",
      "error_count",
      "system/gpu_0_error",
      "train/learning_rate",
      "mapping",
      "hello",
    ],
  ],
};

describe("the goal of a metric", () => {
  for (const goal of ["min", "max", "unknown"] as const) {
    for (const key of EXPECTED[goal]) it(`is ${goal} for "${key}"`, () => equal(goalOf(key), goal));
  }

  it("does not depend on separators or case", () => {
    const key = fc.array(fc.constantFrom("val", "roc", "auc", "rmse", "std", "step", "score"), { minLength: 1 });
    fc.assert(
      fc.property(key, fc.constantFrom("/", "_", "-", ".", " "), (words, separator) => {
        equal(goalOf(words.join(separator)), goalOf(words.join("_")));
        equal(goalOf(words.join(separator).toUpperCase()), goalOf(words.join("_")));
      }),
    );
  });

  it("answers any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (key) => ["min", "max", "unknown"].includes(goalOf(key))));
  });

  it("turns round", () => {
    equal(opposite("min"), "max");
    equal(opposite("max"), "min");
    equal(opposite("unknown"), "unknown");
  });
});
