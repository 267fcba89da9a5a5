import type { FilterAdvice, FilterStep } from "../model/filterAdvice.ts";
import type { RunKeys } from "../model/views.ts";
import { complete } from "./completion.ts";
import { readFilterText } from "./filterText.ts";

/** Steps offered at a time. */
const STEPS = 12;

/** What can be said of a filter box's text without counting runs. The box does not say where its caret is: the end is completed. */
export function adviceOn(text: string, keys: RunKeys, now: number): Omit<FilterAdvice, "found" | "all"> {
  const read = readFilterText(text, keys, now);
  const [unknown] = read.kind === "expression" ? read.unknown : [];
  return { problem: problemOf(text, read), unknown: unknown?.reason ?? "", steps: stepsAt(text, keys) };
}

function problemOf(text: string, read: ReturnType<typeof readFilterText>): FilterAdvice["problem"] {
  if (read.kind !== "invalid") return null;
  const { reason, from, to, suggestion } = read.problem;
  return { reason, from, to, meant: suggestion === null ? null : text.slice(0, from) + suggestion + text.slice(to) };
}

function stepsAt(text: string, keys: RunKeys): FilterStep[] {
  const { from, to, suggestions } = complete(text, text.length, keys);
  return suggestions.slice(0, STEPS).map(({ label, insert, runs }) => {
    return { label, runs, text: `${text.slice(0, from)}${insert} ${text.slice(to)}` };
  });
}
