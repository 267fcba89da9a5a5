import { visibleText } from "../core/model/visibleText.ts";
import type { Place } from "../core/query/expression.ts";
import { columnsOf } from "./columns.ts";

/** UTF-16 units shown before and behind a place. */
const AROUND = 60;
/** Carets drawn at most. */
const MOST = 40;
const INDENT = "  ";

/** A text on one line, and under it a line of carets below a part of it; of a long text only what is around. */
export function placeLines(text: string, place: Place): readonly string[] {
  const [from, to] = [outsidePair(text, place.from), outsidePair(text, Math.min(place.to, place.from + MOST))];
  const start = outsidePair(text, from <= AROUND ? 0 : from - AROUND);
  const end = outsidePair(text, Math.min(text.length, to + AROUND));
  const before = (start > 0 ? "…" : "") + visibleText(text.slice(start, from));
  const behind = visibleText(text.slice(from, end)) + (end < text.length ? "…" : "");
  const carets = Math.min(MOST, Math.max(1, columnsOf(visibleText(text.slice(from, to)))));
  return [`${INDENT}${before}${behind}`, `${INDENT}${" ".repeat(columnsOf(before))}${"^".repeat(carets)}`];
}

/** A place that lies between two characters: one inside a surrogate pair moves before it. */
function outsidePair(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}
