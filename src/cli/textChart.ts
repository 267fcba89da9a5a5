/** A point of a chart of text. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** Whether it is one of those that stand out. */
  readonly isMarked: boolean;
}

export interface TextChartSetup {
  readonly width: number;
  readonly height: number;
  /** What the chart spans from bottom to top; points beyond are arrows at its edge. */
  readonly range: readonly [least: number, greatest: number];
  /** Writes the ends of the axis. */
  label(y: number): string;
}

const PLAIN = "·";
const MARKED = "●";
const ABOVE = "↑";
const BELOW = "↓";

/** Points in a frame of characters; a marked one hides others in its place. Those that are not finite are left out. */
export function textChart(points: readonly ChartPoint[], setup: TextChartSetup): readonly string[] {
  const { width, height, range, label } = setup;
  const drawn = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  if (drawn.length === 0) return [];
  const labels = [label(range[1]), label(range[0])];
  const margin = Math.max(...labels.map((text) => text.length));
  const columns = Math.max(1, width - margin - 2);
  const grid = Array.from({ length: height }, () => new Array<string>(columns).fill(" "));
  const times = spanOf(drawn.map(({ x }) => x));
  for (const { x, y, isMarked } of drawn) {
    const sign = y > range[1] ? ABOVE : y < range[0] ? BELOW : isMarked ? MARKED : PLAIN;
    const share = Math.min(1, Math.max(0, shareOf(range, y)));
    const row = grid[height - 1 - Math.round(share * (height - 1))];
    const column = Math.round(shareOf(times, x) * (columns - 1));
    if (row && (isMarked || row[column] === " ")) row[column] = sign;
  }
  return grid.map((row, i) => {
    const text = i === 0 ? labels[0] : i === height - 1 ? labels[1] : "";
    return `${(text ?? "").padStart(margin)} │${row.join("")}`.trimEnd();
  });
}

function spanOf(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

/** Where a value lies in a range, from 0 to 1. Halves first: the whole range of doubles is no double. */
function shareOf([least, greatest]: readonly [number, number], value: number): number {
  const span = greatest / 2 - least / 2;
  return span === 0 ? 0.5 : (value / 2 - least / 2) / span;
}
