import type { KnownKey, RunKeys } from "../model/views.ts";

/** One thing that may be written at the caret. */
export interface Suggestion {
  readonly kind: "entity" | "key" | "operator" | "value" | "word";
  readonly label: string;
  /** What takes the place of `[from, to)`, quotes and backticks where they are needed. */
  readonly insert: string;
  /** How many runs have it; null where that is not asked of runs. */
  readonly runs: number | null;
}

export interface Completion {
  /** What a suggestion replaces, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** At most 50, the best first. */
  readonly suggestions: readonly Suggestion[];
}

const MOST = 50;

/** What may be written at the caret of a filter box. */
export function complete(text: string, caret: number, keys: RunKeys): Completion {
  const before = text.slice(0, caret);
  const start = /[^\s]*$/.exec(before)?.index ?? caret;
  const written = before.slice(start).toLowerCase();
  const named = (entity: string, known: readonly KnownKey[]): Suggestion[] =>
    known.map(({ key, runs }) => {
      const insert = `${entity}.${/^\w+$/.test(key) ? key : `\`${key}\``}`;
      return { kind: "key", label: insert, insert, runs };
    });
  const all = [...named("metrics", keys.metrics), ...named("params", keys.params), ...named("tags", keys.tags)];
  const suggestions = all.filter(({ label }) => label.toLowerCase().startsWith(written)).slice(0, MOST);
  return { from: start, to: caret, suggestions };
}
