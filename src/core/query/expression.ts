import type { QueryProblem } from "./problem.ts";

/** Whose rules hold where MLflow's two stores differ. */
export type Dialect = "file" | "sqlite";

/** A part of a text in UTF-16 units, `to` behind its last. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** What a comparison asks about. */
export type Entity = "metric" | "param" | "tag" | "attribute" | "dataset";

/** Null with IS NULL and IS NOT NULL. */
export type Value = number | string | readonly string[] | null;

/** One comparison, as it is asked: aliases of keys are replaced. */
export interface Comparison extends Place {
  readonly kind: "comparison";
  readonly entity: Entity;
  readonly key: string;
  /** In upper case: `=`, `LIKE`, `NOT IN`, `IS NULL`, … */
  readonly comparator: string;
  readonly value: Value;
  /** The value as written; empty where there is none. */
  readonly written: string;
  readonly keyPlace: Place;
  readonly comparatorPlace: Place;
  /** Why it cannot be answered; null where it can. MLflow's file store says so only when it comes to be asked. */
  readonly fault: QueryProblem | null;
}

/** A filter; `and` of none holds for everything. */
export type Expression =
  | Comparison
  | { readonly kind: "and" | "or"; readonly parts: readonly Expression[] }
  | { readonly kind: "not"; readonly part: Expression };

/** Every comparison of an expression, from left to right. */
export function comparisonsOf(expression: Expression): Comparison[] {
  switch (expression.kind) {
    case "comparison":
      return [expression];
    case "not":
      return comparisonsOf(expression.part);
    default:
      return expression.parts.flatMap(comparisonsOf);
  }
}

/** The same expression with other comparisons. */
export function mapComparisons(expression: Expression, other: (comparison: Comparison) => Expression): Expression {
  switch (expression.kind) {
    case "comparison":
      return other(expression);
    case "not":
      return { kind: "not", part: mapComparisons(expression.part, other) };
    default:
      return { kind: expression.kind, parts: expression.parts.map((part) => mapComparisons(part, other)) };
  }
}
