import { comparisonsOf } from "./expression.ts";
import { outcomeOf } from "./fault.ts";
import { readExpression } from "./readExpression.ts";

/** A filter with one more condition. Words cannot stand beside a condition, so they give way to it. */
export function narrowed(filter: string, condition: string): string {
  const read = outcomeOf(() => readExpression(filter, 0));
  if (!read.ok || comparisonsOf(read.value).length === 0) return condition;
  const text = filter.trim();
  return read.value.kind === "or" ? `(${text}) AND ${condition}` : `${text} AND ${condition}`;
}
