import type { Place } from "./expression.ts";
import type { QueryErrorKind, QueryProblem } from "./problem.ts";

/** A text is not understood; caught where texts come in, and handed on as data. */
export class QueryFault extends Error {
  readonly problem: QueryProblem;

  constructor(problem: QueryProblem) {
    super(problem.reason);
    this.name = "QueryFault";
    this.problem = problem;
  }
}

export interface Advice {
  readonly expected?: readonly string[];
  readonly suggestion?: string | null;
}

export function problemAt(
  kind: QueryErrorKind,
  { from, to }: Place,
  reason: string,
  { expected = [], suggestion = null }: Advice = {},
): QueryProblem {
  return { kind, from, to, reason, expected, suggestion };
}

export function faultAt(kind: QueryErrorKind, place: Place, reason: string, advice: Advice = {}): QueryFault {
  return new QueryFault(problemAt(kind, place, reason, advice));
}

const SHOWN = 60;

/** A part of a text as it stands in a sentence, cut where it is long. */
export function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The same in quotes. */
export function shown(text: string): string {
  return JSON.stringify(cut(text));
}

/** What a function answers, or why it refuses. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: QueryProblem };

export function outcomeOf<T>(work: () => T): Outcome<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof QueryFault) return { ok: false, problem: error.problem };
    throw error;
  }
}
