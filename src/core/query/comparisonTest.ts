import { byCodePoint } from "../model/text.ts";
import type { Comparison, Dialect } from "./expression.ts";
import { likeTest } from "./like.ts";

/** What a comparison asks of a text that is there; comparisons with numbers hold for none. */
export function textTest({ comparator, value }: Comparison, dialect: Dialect): (text: string) => boolean {
  if (Array.isArray(value)) return listTest(comparator, new Set(value));
  if (typeof value !== "string") return () => comparator === "IS NOT NULL";
  switch (comparator) {
    case "=":
      return (text) => text === value;
    case "!=":
      return (text) => text !== value;
    case "LIKE":
    case "ILIKE":
      return likeTest(value, dialect, comparator === "ILIKE");
    case "<":
      return (text) => byCodePoint(text, value) < 0;
    case "<=":
      return (text) => byCodePoint(text, value) <= 0;
    case ">":
      return (text) => byCodePoint(text, value) > 0;
    case ">=":
      return (text) => byCodePoint(text, value) >= 0;
    default:
      return () => false;
  }
}

/** A list is asked for by IN; with `=` no text is ever equal to it, with `!=` every one differs. */
function listTest(comparator: string, texts: ReadonlySet<string>): (text: string) => boolean {
  switch (comparator) {
    case "IN":
      return (text) => texts.has(text);
    case "NOT IN":
      return (text) => !texts.has(text);
    default:
      return () => comparator === "!=";
  }
}

/** What a comparison asks of a number that is there; NaN differs from everything and nothing else is true of it. */
export function numberTest({ comparator, value }: Comparison): (number: number) => boolean {
  if (typeof value !== "number") return () => false;
  switch (comparator) {
    case "=":
      return (number) => number === value;
    case "!=":
      return (number) => number !== value;
    case "<":
      return (number) => number < value;
    case "<=":
      return (number) => number <= value;
    case ">":
      return (number) => number > value;
    case ">=":
      return (number) => number >= value;
    default:
      return () => false;
  }
}
