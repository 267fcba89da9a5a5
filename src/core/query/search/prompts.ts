import { PROMPT_TAG } from "../../model/registry.ts";
import { type KeyValue, textOf } from "../../model/text.ts";
import { type Comparison, comparisonsOf, type Expression, mapComparisons } from "../expression.ts";
import { QueryFault } from "../fault.ts";
import type { Subject } from "../language.ts";
import { readFilter } from "../readFilter.ts";

const ONLY_MODELS = `tag.\`${PROMPT_TAG}\` != 'true'`;

/**
 * MLflow hides prompts by a further comparison behind the filter, unless that names their tag. What is wrong is said of
 * the filter itself. Throws QueryFault.
 */
export function readWithoutPrompts(filter: string, subject: Subject): Expression {
  if (filter.includes(PROMPT_TAG)) return readFilter(filter, subject);
  try {
    return readFilter(filter === "" ? ONLY_MODELS : `${filter} AND ${ONLY_MODELS}`, subject);
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    const { from, to } = error.problem;
    throw new QueryFault({ ...error.problem, from: Math.min(from, filter.length), to: Math.min(to, filter.length) });
  }
}

/** In the file store a thing without the tag is no prompt: it is found by "not true" and by "false". */
export function untaggedAreModels(expression: Expression): Expression {
  return mapComparisons(expression, (one) => (fitsUntagged(one) ? orWithoutTag(one) : one));
}

function fitsUntagged(comparison: Comparison): boolean {
  const { comparator, value } = comparison;
  const isAsked = (comparator === "=" && value === "false") || (comparator === "!=" && value === "true");
  return isAsked && isOfPromptTag(comparison);
}

function orWithoutTag(comparison: Comparison): Expression {
  return { kind: "or", parts: [comparison, { ...comparison, comparator: "IS NULL", value: null }] };
}

/** Whether a filter asks a database for prompts, by the first comparison with their tag. */
export function asksForPrompts(expression: Expression): boolean {
  const asked = comparisonsOf(expression).find(isOfPromptTag);
  const value = typeof asked?.value === "string" ? asked.value.toLowerCase() : "";
  return (asked?.comparator === "=" && value === "true") || (asked?.comparator === "!=" && value === "false");
}

/** What a database is asked besides the tag of prompts. */
export function withoutPromptTag(expression: Expression): Expression {
  return { kind: "and", parts: comparisonsOf(expression).filter((comparison) => !isOfPromptTag(comparison)) };
}

export function isPrompt(tags: readonly KeyValue[]): boolean {
  return textOf(tags, PROMPT_TAG) === "true";
}

function isOfPromptTag({ entity, key }: Comparison): boolean {
  return entity === "tag" && key === PROMPT_TAG;
}
