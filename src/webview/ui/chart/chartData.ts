import type { Series } from "../../../core/model/views.ts";

/** A series ready to be drawn: x strictly ascending; null in y is a gap. */
export interface Line {
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
}

/** What a chart's x axis counts. */
export type XAxis = "step" | "seconds";

export interface ChartData {
  readonly axis: XAxis;
  readonly x: readonly number[];
  /** One list a line, as long as x: null is a gap, undefined a place where only other lines have a point. */
  readonly lines: readonly (readonly (number | null | undefined)[])[];
}

/**
 * The series over one common x, or null where nothing has more than one point to draw. Steps are x; where every step is
 * the same, as in code that never counts them, the time since a line's first point is.
 */
export function chartData(series: readonly Series[]): ChartData | null {
  for (const axis of ["step", "seconds"] as const) {
    const lines = series.map((one) => toLine(one, axis));
    if (lines.some(({ x }) => x.length > 1)) return { axis, ...align(lines) };
  }
  return null;
}

/** Points by x, of equal x the last by time; what is not finite is a gap. */
export function toLine({ steps, values, timestamps }: Series, axis: XAxis): Line {
  const start = timestamps.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const xOf = (i: number) => (axis === "step" ? (steps[i] ?? 0) : ((timestamps[i] ?? 0) - start) / 1000);
  const order = Array.from(values.keys()).sort(
    (a, b) => xOf(a) - xOf(b) || (timestamps[a] ?? 0) - (timestamps[b] ?? 0) || a - b,
  );
  const byX = new Map<number, number | null>();
  for (const i of order) byX.set(xOf(i), finite(values[i]));
  return { x: [...byX.keys()], y: [...byX.values()] };
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}

function align(lines: readonly Line[]): Pick<ChartData, "x" | "lines"> {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return { x: only.x, lines: [only.y] };
  const x = [...new Set(lines.flatMap((line) => line.x))].sort((a, b) => a - b);
  return {
    x,
    lines: lines.map((line) => {
      const at = new Map(line.x.map((value, i) => [value, line.y[i]]));
      return x.map((value) => at.get(value));
    }),
  };
}

/** How many values a logarithmic axis cannot show. */
export function notPositive({ lines }: ChartData): number {
  const count = (line: ChartData["lines"][number]) => line.filter((y) => typeof y === "number" && y <= 0).length;
  return lines.reduce((sum, line) => sum + count(line), 0);
}

/** Of a logarithmic axis: what it cannot show becomes a gap. */
export function positiveOnly(data: ChartData): ChartData {
  return {
    ...data,
    lines: data.lines.map((line) => line.map((y) => (typeof y === "number" && y <= 0 ? null : y))),
  };
}
