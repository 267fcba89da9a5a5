/** What stands between two columns. */
export const GAP = "  ";
/** Columns that a text keeps at least when it is cut. */
const LEAST = 12;
/** A single long text does not push the rest off the screen. */
const MOST = 48;

interface Sizing {
  readonly right?: boolean;
  readonly fixed?: boolean;
}

/**
 * Which columns of a table to keep so that it fits; narrows `widths` of those that hold text. Long texts are cut first;
 * where that is not enough, columns are left out, last first.
 */
export function columnsThatFit(columns: readonly Sizing[], widths: number[], width: number): readonly number[] {
  const kept = columns.map((_, i) => i);
  const isFlexible = (i: number): boolean => !columns[i]?.fixed && !columns[i]?.right;
  if (excess(kept, widths, width) > 0) {
    for (const i of kept.filter(isFlexible)) widths[i] = Math.min(widths[i] ?? 0, MOST);
  }
  for (let over = excess(kept, widths, width); over > 0; over = excess(kept, widths, width)) {
    const flexible = kept.filter(isFlexible);
    const room = flexible.reduce((sum, i) => sum + Math.max(0, (widths[i] ?? 0) - LEAST), 0);
    if (over <= room) shrink(flexible, widths, over);
    else {
      const last = kept.findLastIndex((i) => !columns[i]?.fixed);
      if (last < 0) break;
      kept.splice(last, 1);
    }
  }
  return kept;
}

function excess(kept: readonly number[], widths: readonly number[], width: number): number {
  return kept.reduce((sum, i) => sum + (widths[i] ?? 0) + GAP.length, -GAP.length) - width;
}

/** Takes what is needed from the widest, so that short texts stay whole. */
function shrink(flexible: readonly number[], widths: number[], needed: number): void {
  for (let left = needed; left > 0; left--) {
    const widest = flexible.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a), flexible[0] ?? 0);
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}
