import type { RunKeys } from "../model/views.ts";
import { type Slot, slotBehind } from "./caret.ts";
import { type Suggestion, suggestionsFor } from "./suggestions.ts";

export interface Completion {
  /** What a suggestion replaces, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** At most 50, the best first. */
  readonly suggestions: readonly Suggestion[];
}

const MOST = 50;
/** Of a longer text the end is looked at, where the caret is. */
const LOOKED_AT = 10_000;

/** What is being written at the caret: from where on, up to where, and what of it stands before the caret. */
interface Written {
  readonly from: number;
  readonly to: number;
  /** Without quotes and backticks. */
  readonly text: string;
}

/** What may be written at the caret of a filter box. */
export function complete(text: string, caret: number, keys: RunKeys): Completion {
  const start = Math.max(0, caret - LOOKED_AT);
  const written = writtenAt(text, start, caret);
  const slot = slotBehind(text.slice(start, written.from));
  const all = suggestionsFor(slot, written.text, keys);
  return { from: written.from, to: written.to, suggestions: ranked(all, written.text, slot).slice(0, MOST) };
}

const WORD = /[\p{L}\p{N}_.:/%-]*$/u;
const WORD_AHEAD = /^[\p{L}\p{N}_.:/%-]*/u;
const OPERATOR = /[<>=!]+$/;

/** A word, a comparing sign, or what stands behind a quote that is not closed, the entity before it too. */
function writtenAt(text: string, start: number, caret: number): Written {
  const before = text.slice(start, caret);
  const quote = openQuote(before);
  if (quote >= 0) {
    const mark = before[quote];
    const entity = /[\p{L}]+\.$/u.exec(before.slice(0, quote))?.[0] ?? "";
    const isClosed = text[caret] === mark;
    return {
      from: start + quote - entity.length,
      to: caret + (isClosed ? 1 : 0),
      text: entity + before.slice(quote + 1),
    };
  }
  const word = (OPERATOR.exec(before) ?? WORD.exec(before))?.[0] ?? "";
  const ahead = OPERATOR.test(before) ? "" : (WORD_AHEAD.exec(text.slice(caret, caret + LOOKED_AT))?.[0] ?? "");
  return { from: caret - word.length, to: caret + ahead.length, text: word };
}

/** Where the quote stands that is still open; -1 where none is. */
function openQuote(text: string): number {
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? "";
    if (open >= 0 ? mark === text[open] : mark === "'" || mark === '"' || mark === "`") open = open >= 0 ? -1 : at;
  }
  return open;
}

/** Those that begin with what is written, then those that hold it; the order given otherwise. */
function ranked(all: readonly Suggestion[], written: string, slot: Slot): Suggestion[] {
  const wanted = written.toLowerCase();
  const key = wanted.slice(wanted.indexOf(".") + 1);
  const rank = ({ label }: Suggestion): number => {
    const lowered = label.toLowerCase();
    if (lowered.startsWith(wanted)) return 0;
    if (slot.kind === "key" && lowered.slice(lowered.indexOf(".") + 1).startsWith(key)) return 1;
    return lowered.includes(slot.kind === "key" ? key : wanted) ? 2 : 3;
  };
  const ranks = all.map((suggestion) => ({ suggestion, rank: rank(suggestion) }));
  return ranks
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ suggestion }) => suggestion);
}

export type { Suggestion };
