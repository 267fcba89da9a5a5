import { type Comparison, comparisonsOf, type Expression } from "../expression.ts";
import { faultAt, QueryFault } from "../fault.ts";

/** A database is asked all at once: what is wrong with any comparison is said at once, from left to right. */
export function refuseFaults(expression: Expression, check: (comparison: Comparison) => void = () => {}): void {
  for (const comparison of comparisonsOf(expression)) {
    if (comparison.fault) throw new QueryFault(comparison.fault);
    refuseEqualList(comparison);
    check(comparison);
  }
}

/** MLflow hands the database a list for one value, which it cannot take. */
function refuseEqualList(comparison: Comparison): void {
  if (!Array.isArray(comparison.value) || comparison.comparator.endsWith("IN")) return;
  throw faultAt("other", comparison, `A database compares a list by IN and NOT IN, not by ${comparison.comparator}.`, {
    expected: ["IN", "NOT IN"],
  });
}

/** A whole number as MLflow's database store wants it, also as a text; `5.0` is none. Throws QueryFault. */
export function wholeNumber(comparison: Comparison, value: unknown): number {
  const number = typeof value === "string" ? pythonInt(value) : value;
  const isWhole = typeof value === "string" || /^-?\p{Nd}+$/u.test(comparison.written);
  if (typeof number === "number" && Number.isInteger(number) && isWhole) return number;
  throw faultAt("other", comparison, `${comparison.key} is compared with a whole number.`, { expected: ["1"] });
}

/** What Python's `int()` reads out of a text; NaN where it refuses. */
export function pythonInt(text: string): number {
  const plain = text.trim();
  return /^[+-]?\d+(?:_\d+)*$/.test(plain) ? Number(plain.replaceAll("_", "")) : Number.NaN;
}
