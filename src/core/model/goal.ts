import { metricWords } from "./metricWords.ts";

/** Whether a metric is better low or high; `unknown` is never marked best. */
export type Goal = "min" | "max" | "unknown";

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Errors, losses and distances. */
const DOWN = words(`
  error errors err loss losses logloss rmse mse mae mape smape wape wmape rmsle msle mase rmspe nrmse medae mdae rae rse
  crps deviance perplexity ppl nll bce crossentropy xent hinge brier wer cer ter eer fid lpips ece fpr fnr
  misclassification regret toxicity bpc bpb
`);

/** Shares of what is right, correlations and similarities. */
const UP = words(`
  accuracy acc auc auroc auprc aupr rocauc prauc aucroc aucpr roc f1 f2 fbeta f1score fscore fmeasure precision recall
  sensitivity specificity tpr tnr ppv npv r2 r2score rsquared map ap ndcg dcg mrr hits hitrate bleu rouge meteor chrf iou
  miou dice jaccard mcc kappa ari nmi silhouette calinski psnr ssim reward rew sharpe pearson spearman correlation corr
  likelihood elbo faithfulness relevancy
`);

/** Words that mean something only together; the longest that fits counts, and its words then count no more. */
const PHRASES: readonly (readonly [string, Goal])[] = [
  ["negative log likelihood", "min"],
  ["neg log likelihood", "min"],
  ["false positive rate", "min"],
  ["false negative rate", "min"],
  ["false discovery rate", "min"],
  ["true positive rate", "max"],
  ["true negative rate", "max"],
  ["davies bouldin", "min"],
  ["cross entropy", "min"],
  ["explained variance", "max"],
  ["exact match", "max"],
  ["exact matches", "max"],
  ["hit rate", "max"],
  ["success rate", "max"],
  ["win rate", "max"],
  ["rand index", "max"],
  ["f measure", "max"],
  ["f beta", "max"],
  ["f score", "max"],
  ["r squared", "max"],
  ["r 2", "max"],
  ["f 1", "max"],
];

/** A metric of one of these is about a quality, not itself one: `auc-std`, `loss_scale`, `f1_threshold`, `error_count`. */
const ABOUT = new Set(
  words(`std stdev stddev var count counts num weight weights scale threshold function time seconds sec epoch step steps
  iteration iterations delta diff gap change size`),
);

const GOALS = new Map<string, Goal>([
  ...DOWN.map((word): [string, Goal] => [word, "min"]),
  ...UP.map((word): [string, Goal] => [word, "max"]),
]);

/**
 * Guesses a metric's goal from the words of its key. Words that disagree (`accuracy_loss`) leave it unknown, as does a
 * word that says the metric is about another (`auc-std`). `neg` turns it round (`neg_mean_squared_error`), and `score`
 * counts as up only where no other word counts (`r2_score` is up, `brier_score` down). Never for `system/…`.
 */
export function goalOf(key: string): Goal {
  if (key.startsWith("system/")) return "unknown";
  const { found, rest } = takePhrases(metricWords(key, GOALS));
  if (rest.some((word) => ABOUT.has(word))) return "unknown";
  const goals = new Set(found);
  for (const word of rest) {
    const goal = GOALS.get(word);
    if (goal !== undefined) goals.add(goal);
  }
  if (goals.size === 0 && rest.some((word) => word === "score" || word === "scores")) goals.add("max");
  const [goal] = goals;
  if (goal === undefined || goals.size > 1) return "unknown";
  return rest.includes("neg") ? opposite(goal) : goal;
}

export function opposite(goal: Goal): Goal {
  if (goal === "unknown") return goal;
  return goal === "min" ? "max" : "min";
}

/** The goals of the phrases among these words, and the words that belong to none. */
function takePhrases(all: readonly string[]): { found: readonly Goal[]; rest: readonly string[] } {
  let text = ` ${all.join(" ")} `;
  const found: Goal[] = [];
  for (const [phrase, goal] of PHRASES) {
    if (!text.includes(` ${phrase} `)) continue;
    found.push(goal);
    text = text.replace(` ${phrase} `, " ");
  }
  return { found, rest: words(text) };
}
