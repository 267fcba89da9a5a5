import { visibleText } from "../core/model/visibleText.ts";
import type { Place } from "../core/query/expression.ts";
import { columnsOf } from "./columns.ts";

/** UTF-16 units shown before and behind a place. */
const AROUND = 60;
/** Carets drawn at most. */
const MOST = 40;
const INDENT = "  ";

/** A text on one line, and under it a line of carets below a part of it; of a long text only what is around. */
export function placeLines(text: string, { from, to }: Place): readonly string[] {
  const start = from <= AROUND ? 0 : from - AROUND;
  const end = Math.min(text.length, Math.min(to, from + MOST) + AROUND);
  const before = (start > 0 ? "…" : "") + visibleText(text.slice(start, from));
  const behind = visibleText(text.slice(from, end)) + (end < text.length ? "…" : "");
  const carets = Math.min(MOST, Math.max(1, columnsOf(visibleText(text.slice(from, Math.min(to, from + MOST))))));
  return [`${INDENT}${before}${behind}`, `${INDENT}${" ".repeat(columnsOf(before))}${"^".repeat(carets)}`];
}
