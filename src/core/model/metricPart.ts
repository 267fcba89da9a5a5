import { metricWords } from "./metricWords.ts";

/** Which part of the data a metric was taken on, the best to judge by first; `plain` where its key does not say. */
export const METRIC_PARTS = ["validation", "test", "plain", "training"] as const;

export type MetricPart = (typeof METRIC_PARTS)[number];

const WORDS: Readonly<Record<MetricPart, readonly string[]>> = {
  validation: ["val", "valid", "validation", "eval", "evaluation", "dev", "cv", "oof"],
  test: ["test", "testing", "holdout", "heldout"],
  plain: [],
  training: ["train", "training", "fit"],
};

/** Every word that names a part. */
export const PART_WORDS: ReadonlySet<string> = new Set(METRIC_PARTS.flatMap((part) => WORDS[part]));

export function metricPart(key: string): MetricPart {
  return partOfWords(new Set(metricWords(key, PART_WORDS)));
}

/** The part that the words of a key name; the first where they name several. */
export function partOfWords(words: ReadonlySet<string>): MetricPart {
  return METRIC_PARTS.find((part) => WORDS[part].some((word) => words.has(word))) ?? "plain";
}
