import type { Stretch } from "../../../../core/compare/wordDiff.ts";

/** Shorter texts stay whole. */
const LONG = 160;
/** Characters kept of what is equal, on each side of what is not. */
const CONTEXT = 24;
/** Characters kept of a change, and of all: a clamp hides what follows. */
const CHANGE = 200;
const ALL = 600;

/** Of a long text what stands beside its changes, with `…` for what is left out. */
export function excerpt(stretches: readonly Stretch[]): readonly Stretch[] {
  const length = stretches.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= LONG) return stretches;
  const kept: Stretch[] = [];
  let left = ALL;
  for (const [index, stretch] of stretches.entries()) {
    if (left <= 0) break;
    const text = stretch.changed ? cutEnd(stretch.text, CHANGE) : beside(stretch.text, index, stretches.length);
    kept.push({ changed: stretch.changed, text: cutEnd(text, left) });
    left -= text.length;
  }
  return kept;
}

/** Of an equal stretch the ends that touch a change. */
function beside(text: string, index: number, count: number): string {
  const head = index > 0 ? CONTEXT : 0;
  const tail = index < count - 1 ? CONTEXT : 0;
  if (text.length <= head + tail + 1 || head + tail === 0) return text;
  return `${text.slice(0, head)}…${tail === 0 ? "" : text.slice(-tail)}`;
}

function cutEnd(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
