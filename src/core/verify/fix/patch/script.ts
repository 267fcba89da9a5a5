import { isSameBytes } from "../lines.ts";

/** One step from the lines of a file to those of another: how many are kept, then taken away, then put in. */
export interface Step {
  readonly keep: number;
  readonly remove: number;
  readonly insert: number;
}

/**
 * Steps from one file to another, in one pass: where lines were only taken away, or only put in, exactly those; else all
 * between the first and the last that differ. Mending does nothing for which a cleverer search would be worth its time.
 */
export function script(before: readonly Uint8Array[], after: readonly Uint8Array[]): Step[] {
  const removed = fewer(before, after);
  if (removed !== null) return removed;
  const inserted = fewer(after, before);
  if (inserted !== null) return inserted.map(({ keep, remove, insert }) => ({ keep, remove: insert, insert: remove }));
  return [between(before, after)];
}

/** Steps that only take lines away; null where those are not enough. */
function fewer(more: readonly Uint8Array[], less: readonly Uint8Array[]): Step[] | null {
  const steps: Step[] = [];
  let [keep, remove, at] = [0, 0, 0];
  for (const line of more) {
    const other = less[at];
    if (other === undefined || !isSameBytes(line, other)) {
      remove++;
      continue;
    }
    if (remove > 0) {
      steps.push({ keep, remove, insert: 0 });
      [keep, remove] = [0, 0];
    }
    keep++;
    at++;
  }
  if (at < less.length) return null;
  return remove > 0 ? [...steps, { keep, remove, insert: 0 }] : steps;
}

function between(before: readonly Uint8Array[], after: readonly Uint8Array[]): Step {
  const shorter = Math.min(before.length, after.length);
  let keep = 0;
  while (keep < shorter && isSame(before[keep], after[keep])) keep++;
  let tail = 0;
  while (tail < shorter - keep && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  return { keep, remove: before.length - keep - tail, insert: after.length - keep - tail };
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && isSameBytes(a, b);
}
