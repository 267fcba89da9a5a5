import { numberTest, textTest } from "./comparisonTest.ts";
import type { Comparison, Dialect, Expression } from "./expression.ts";
import { QueryFault } from "./fault.ts";

/** What is compared: a text, a number, several of which one must fit (datasets), or null for nothing. */
export type Found = string | number | null | readonly (string | null)[];

/** Looks up what a comparison is about. */
export type LookUp<T> = (item: T, comparison: Comparison) => Found;

/** Makes a test of an expression. Throws QueryFault when a comparison with a fault comes to be asked. */
export function testOf<T>(expression: Expression, dialect: Dialect, lookUp: LookUp<T>): (item: T) => boolean {
  switch (expression.kind) {
    case "comparison":
      return comparisonTest(expression, dialect, lookUp);
    case "not": {
      const test = testOf(expression.part, dialect, lookUp);
      return (item) => !test(item);
    }
    case "and": {
      const tests = expression.parts.map((part) => testOf(part, dialect, lookUp));
      return (item) => tests.every((test) => test(item));
    }
    case "or": {
      const tests = expression.parts.map((part) => testOf(part, dialect, lookUp));
      return (item) => tests.some((test) => test(item));
    }
  }
}

function comparisonTest<T>(comparison: Comparison, dialect: Dialect, lookUp: LookUp<T>): (item: T) => boolean {
  const { fault, comparator } = comparison;
  if (fault) {
    return () => {
      throw new QueryFault(fault);
    };
  }
  const isText = textTest(comparison, dialect);
  const isNumber = numberTest(comparison);
  const isNull = comparator === "IS NULL";
  return (item) => {
    const found = lookUp(item, comparison);
    if (found === null) return isNull;
    if (typeof found === "string") return isText(found);
    if (typeof found === "number") return isNumber(found);
    return found.some((text) => text !== null && isText(text));
  };
}
