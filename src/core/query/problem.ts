/** What is wrong with a filter or an ordering; the classes of MLflow's own errors. */
export type QueryErrorKind =
  | "invalid-clause"
  | "invalid-comparison"
  | "invalid-comparator"
  | "invalid-entity"
  | "invalid-attribute"
  | "invalid-dataset-key"
  | "unquoted-value"
  | "not-a-number"
  | "list-not-supported"
  | "bad-list"
  | "null-not-supported"
  | "multiple-statements"
  | "bad-order-by"
  | "bad-page-token"
  | "max-results"
  /** No mistake: a key that no run has. */
  | "unknown-key"
  /** Refused by MLflow with a sentence of its own. */
  | "other";

/** Why a text is not understood, and where. */
export interface QueryProblem {
  readonly kind: QueryErrorKind;
  /** The place in the text, in UTF-16 units: `from` is its first, `to` is behind its last; equal at the text's end. */
  readonly from: number;
  readonly to: number;
  /** One sentence for a person. */
  readonly reason: string;
  /** What may stand there, a few examples; empty where that would not help. */
  readonly expected: readonly string[];
  /** What to write in the place of `[from, to)`; null where nobody knows. */
  readonly suggestion: string | null;
}
