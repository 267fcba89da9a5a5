import { type Clause, partsOf } from "../clauses.ts";
import type { Comparison, Entity, Expression } from "../expression.ts";
import { cut, faultAt, QueryFault, shown } from "../fault.ts";
import { NUMERIC_COMPARATORS } from "../language.ts";
import { readTexts } from "../pythonTexts.ts";
import { isAttribute } from "./loggedModelValues.ts";

/** MLflow reads filters of a database's logged models with a parser of its own, which is told here. */
const ENTITIES: Readonly<Record<string, Entity>> = {
  attributes: "attribute",
  metrics: "metric",
  params: "param",
  tags: "tag",
};

/** Bare names of columns, beside the columns themselves. */
const ALIASES: Readonly<Record<string, string>> = {
  creation_time: "creation_timestamp_ms",
  creation_timestamp: "creation_timestamp_ms",
  last_updated_timestamp: "last_updated_timestamp_ms",
};

/** Columns that are called otherwise elsewhere. */
const TIMES: Readonly<Record<string, string>> = {
  creation_timestamp_ms: "creation_timestamp",
  last_updated_timestamp_ms: "last_updated_timestamp",
};

const TEXT_COMPARATORS = ["=", "!=", "LIKE", "ILIKE", "IN", "NOT IN"];
const STATUS_COMPARATORS = ["=", "!=", "IN", "NOT IN"];
const STATUSES = ["UNSPECIFIED", "PENDING", "READY", "FAILED"];

/** Understands a filter for a database's logged models: all that is before a mistake, then the mistake. Throws QueryFault. */
export function readDatabaseFilter(text: string): Expression {
  if (text === "") return { kind: "and", parts: [] };
  const { clauses, stranger } = parts(text);
  const end = stranger?.problem.from ?? text.length;
  const comparisons = clauses.filter(({ from }) => from < end).map(comparisonOf);
  if (stranger) throw unclassed(stranger);
  // The whole text is read before any comparison is looked at closer.
  return { kind: "and", parts: comparisons.map(asked) };
}

/** What a database is asked: by columns that there are, a status by its code. Of no list everything is outside. */
function asked(comparison: Comparison): Expression {
  const { entity, key, comparator, value } = comparison;
  if (entity !== "attribute") return comparison;
  if (key === "status") checkStatus(comparison);
  const known = { ...comparison, key: columnOf(comparison) };
  return comparator === "NOT IN" && Array.isArray(value) && value.length === 0 ? { kind: "and", parts: [] } : known;
}

function parts(text: string): ReturnType<typeof partsOf> {
  try {
    return partsOf(text);
  } catch (error) {
    throw error instanceof QueryFault ? unclassed(error) : error;
  }
}

/** What is no comparison is refused by a sentence of no class of MLflow's. */
function unclassed({ problem }: QueryFault): QueryFault {
  return new QueryFault({ ...problem, kind: "other" });
}

function comparisonOf(clause: Clause): Comparison {
  const [left, operator, right] = clause.terms;
  if (!left || !operator || !right || clause.terms.length > 3) {
    throw faultAt(
      "other",
      clause,
      "A comparison is a key, an operator and a value: a database's models know no IS NULL.",
    );
  }
  const { entity, key } = identifierOf(left.text, clause);
  const comparator = operator.text.toUpperCase();
  const isNumeric = entity === "metric" || (entity === "attribute" && (key in TIMES || key in ALIASES));
  const comparators = isNumeric ? NUMERIC_COMPARATORS : TEXT_COMPARATORS;
  if (!comparators.includes(comparator)) {
    throw faultAt(
      "other",
      operator,
      `${shown(key)} is compared by ${comparators.join(" ")}, not by ${cut(operator.text)}.`,
      {
        expected: comparators,
      },
    );
  }
  const value = isNumeric ? numberOf(right.text, right) : textsOf(right.text, right);
  if (comparator.endsWith("IN") && !Array.isArray(value)) {
    throw faultAt("other", right, `${comparator} is for a list in parentheses.`, { expected: ["('a', 'b')"] });
  }
  return {
    kind: "comparison",
    from: clause.from,
    to: clause.to,
    entity,
    key,
    comparator,
    value,
    written: right.text,
    keyPlace: left,
    comparatorPlace: operator,
    fault: null,
  };
}

function identifierOf(text: string, place: Clause): { entity: Entity; key: string } {
  const [, word, rest] = /^([a-z]+)\.(.+)$/.exec(text) ?? [];
  if (word === undefined || rest === undefined) {
    return { entity: "attribute", key: (ALIASES[text] ?? text).replaceAll(/^`+|`+$/g, "") };
  }
  const entity = Object.hasOwn(ENTITIES, word) ? ENTITIES[word] : undefined;
  if (entity) return { entity, key: rest.replaceAll(/^`+|`+$/g, "") };
  const expected = Object.keys(ENTITIES);
  const reason = `Logged models of a database have no ${shown(word)} before the dot: write ${expected.join(", ")}.`;
  throw faultAt("invalid-entity", { from: place.from, to: place.from + word.length }, reason, { expected });
}

function columnOf({ key, keyPlace }: Comparison): string {
  const name = TIMES[key] ?? key;
  if ((name !== key || isAttribute(key)) && !(key in ALIASES)) return name;
  throw faultAt("invalid-attribute", keyPlace, `A database's logged models are not searched by ${shown(key)}.`);
}

const FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;

function numberOf(text: string, place: { from: number; to: number }): number {
  if (FLOAT.test(text)) return Number(text.replaceAll("_", ""));
  const special = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i.exec(text);
  if (!special)
    throw faultAt("not-a-number", place, "A number without quotes is expected here.", { expected: ["0.5"] });
  if (special[2]) return Number.NaN;
  return special[1] === "-" ? -Infinity : Infinity;
}

/** Quotes are not needed, and only single ones are taken off. */
function textsOf(text: string, place: { from: number; to: number }): string | readonly string[] {
  if (!(text.startsWith("(") && text.endsWith(")"))) return text.replaceAll(/^'+|'+$/g, "");
  const texts = readTexts(text);
  if (texts) return texts;
  throw faultAt("bad-list", place, "A list holds texts in quotes, with commas between them.", {
    expected: ["('a', 'b')"],
  });
}

function checkStatus({ from, to, comparator, comparatorPlace, value }: Comparison): void {
  if (!STATUS_COMPARATORS.includes(comparator)) {
    throw faultAt(
      "other",
      comparatorPlace,
      `A status is compared by ${STATUS_COMPARATORS.join(" ")}, not by ${comparator}.`,
    );
  }
  const statuses = Array.isArray(value) ? value : [value];
  if (statuses.every((status) => STATUSES.includes(String(status)))) return;
  throw faultAt("other", { from, to }, `A status is one of ${STATUSES.slice(1).join(", ")}.`, {
    expected: STATUSES.slice(1),
  });
}
