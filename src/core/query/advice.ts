import type { KnownKey, RunKeys } from "../model/views.ts";
import { type Comparison, comparisonsOf, type Expression } from "./expression.ts";
import { problemAt, shown } from "./fault.ts";
import { LANGUAGES, RUN_ATTRIBUTES } from "./language.ts";
import { nearest } from "./nearest.ts";
import type { QueryProblem } from "./problem.ts";
import { bareKey, writtenKey } from "./quotes.ts";

/** A list of keys that is as long as this may not be all of them. */
const ALL_KNOWN = 2000;

/** A longer suggestion is made, and not said. */
const SAID = 100;

const ENTITIES = ["metrics", "params", "tags"] as const;

/** The same problem with a better guess at what was meant. */
export function advised(problem: QueryProblem, text: string, keys: RunKeys | null): QueryProblem {
  if (problem.suggestion !== null) return meant(problem, problem.suggestion);
  const found = text.slice(problem.from, problem.to);
  if (problem.kind === "invalid-attribute") return meant(problem, guessKey(found, keys));
  if (problem.kind === "invalid-entity") {
    return meant(problem, nearest(found, ["metrics", "params", "tags", "attributes", "datasets"]));
  }
  return problem;
}

function meant(problem: QueryProblem, suggestion: string | null): QueryProblem {
  if (suggestion === null || suggestion.length > SAID) return { ...problem, suggestion };
  return { ...problem, suggestion, reason: `${problem.reason.replace(/\.$/, "")}; did you mean ${suggestion}?` };
}

/** A bare key stands for that of a metric, param or tag, or for an attribute, spelt almost so. */
function guessKey(found: string, keys: RunKeys | null): string | null {
  const key = bareKey(found.replace(/^[a-z`]+\./i, ""));
  for (const entity of keys ? ENTITIES : []) {
    if (keys?.[entity].some((known) => known.key === key)) return named(entity, key);
  }
  const attribute = nearest(key, RUN_ATTRIBUTES);
  if (attribute) return attribute;
  for (const entity of keys ? ENTITIES : []) {
    const near = nearest(
      key,
      (keys?.[entity] ?? []).map((known) => known.key),
    );
    if (near) return named(entity, near);
  }
  return null;
}

function named(entity: string, key: string): string | null {
  const written = writtenKey(key);
  return written === null ? null : `${entity}.${written}`;
}

/** Keys of an expression that no run has; a list that may be cut short is not asked. */
export function unknownKeys(expression: Expression, keys: RunKeys): QueryProblem[] {
  return comparisonsOf(expression).flatMap((comparison) => unknownKey(comparison, keys) ?? []);
}

function unknownKey({ entity, key, keyPlace }: Comparison, keys: RunKeys): QueryProblem | null {
  if (entity === "attribute" || entity === "dataset") return null;
  const known: readonly KnownKey[] = keys[`${entity}s`];
  if (known.length >= ALL_KNOWN || known.some((one) => one.key === key)) return null;
  const near = nearest(
    key,
    known.map((one) => one.key),
  );
  const reason = `No ${LANGUAGES.runs.one} here has the ${entity} ${shown(key)}.`;
  const problem = problemAt("unknown-key", keyPlace, reason);
  return meant(problem, near === null ? null : writtenKey(near));
}
