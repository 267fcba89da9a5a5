import { type Clause, clausesOf, type Term } from "./clauses.ts";
import type { Comparison, Entity, Expression } from "./expression.ts";
import { cut, faultAt, problemAt } from "./fault.ts";
import { identifierOf } from "./identifier.ts";
import { comparatorsOf, LANGUAGES, type Language, type Subject } from "./language.ts";
import type { QueryProblem } from "./problem.ts";
import { inQuotes, writtenKey } from "./quotes.ts";
import { readValue, type ValueContext } from "./value.ts";

/** Understands a filter of MLflow's language: comparisons that must all hold. Throws QueryFault. */
export function readFilter(text: string, subject: Subject): Expression {
  if (text === "") return { kind: "and", parts: [] };
  const parts = clausesOf(text).map((clause) => comparisonOf(clause, subject));
  return { kind: "and", parts };
}

/** `now`: what times back (`-7d`) count from; null where there are none. */
export function comparisonOf(clause: Clause, subject: Subject, now: number | null = null): Comparison {
  const language = LANGUAGES[subject];
  const { terms } = clause;
  const [left, operator, right] = terms;
  if (!left || !operator || terms.length > 3) throw badShape(clause);
  if (left.group !== "Identifier") throw noIdentifier(left);
  const isNull = right === undefined;
  // MLflow refuses these before it looks at what is on their left.
  if (isNull && language.nullable.length === 0) throw noNull(operator, language);
  const { entity, key, place } = identifierOf(left, language, language.attributes);
  if (isNull && !language.nullable.includes(entity)) throw noNull(operator, language);
  const context: ValueContext = { subject, language, entity, key, now };
  const value = isNull ? null : readValue(right, context);
  return {
    kind: "comparison",
    from: clause.from,
    to: clause.to,
    entity,
    key: Object.hasOwn(language.aliases, key) ? (language.aliases[key] ?? key) : key,
    comparator: operator.text.toUpperCase(),
    value,
    written: right?.text ?? "",
    keyPlace: place,
    comparatorPlace: { from: operator.from, to: operator.to },
    fault: comparatorFault(operator, context),
  };
}

function badShape(clause: Clause) {
  return faultAt(
    "invalid-comparison",
    clause,
    "A comparison is a key, an operator and a value, and no comment inside.",
  );
}

function noIdentifier(left: Term) {
  const reason = "A comparison begins with a key, such as metrics.rmse; a key with / - or spaces stands in backticks.";
  return faultAt("invalid-comparison", left, reason, { expected: ["metrics.`key`"], suggestion: meantKey(left.text) });
}

/** `metrics.val/loss` and `'metrics.loss'` */
function meantKey(text: string): string | null {
  const [, entity = "", key = ""] = /^([a-z]+)\.([^"'`]+)$/.exec(inQuotes(text) ?? text) ?? [];
  return key === "" ? null : `${entity}.${writtenKey(key)}`;
}

function noNull(operator: Term, { one, nullable }: Language) {
  const names = nullable.map((entity) => `${entity}s`).join(" and ");
  const reason =
    names === "" ? `Nothing of a ${one} is asked for being null.` : `${operator.text} is for ${names} only.`;
  return faultAt(nullable.length === 0 ? "other" : "null-not-supported", operator, reason);
}

function comparatorFault(operator: Term, { language, entity, key }: ValueContext): QueryProblem | null {
  const comparators = comparatorsOf(language, entity, key);
  const comparator = operator.text.toUpperCase();
  if (comparators.includes(comparator)) return null;
  return problemAt(
    "invalid-comparator",
    operator,
    `${nameOf(entity, key)} is compared by ${comparators.join(" ")}, not by ${cut(operator.text)}.`,
    { expected: comparators, suggestion: MEANT[comparator] ?? null },
  );
}

const MEANT: Readonly<Record<string, string>> = {
  "==": "=",
  "<>": "!=",
  "!>": "<=",
  "!<": ">=",
  "=<": "<=",
  "=>": ">=",
};

const nameOf = (entity: Entity, key: string): string =>
  entity === "attribute" ? `The attribute ${key}` : `A ${entity}`;
