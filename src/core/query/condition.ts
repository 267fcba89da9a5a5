import { comparisonsOf } from "./expression.ts";
import { outcomeOf } from "./fault.ts";
import { writtenKey, writtenNumber, writtenText } from "./quotes.ts";
import { readExpression } from "./readExpression.ts";

/** A comparison by `=`, as it is written; null where the language cannot say it. */
export function conditionFor(
  entity: "metrics" | "params" | "tags" | "attributes",
  key: string,
  value: string | number,
): string | null {
  const name = writtenKey(key);
  const written = typeof value === "number" ? writtenNumber(value) : writtenText(value);
  return name === null || written === null ? null : `${entity}.${name} = ${written}`;
}

/** A filter with one more condition. Words cannot stand beside a condition, so they give way to it. */
export function narrowed(filter: string, condition: string): string {
  const read = outcomeOf(() => readExpression(filter, 0));
  if (!read.ok || comparisonsOf(read.value).length === 0) return condition;
  const text = filter.trim();
  return read.value.kind === "or" ? `(${text}) AND ${condition}` : `${text} AND ${condition}`;
}
