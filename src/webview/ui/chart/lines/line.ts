import type { Band } from "../../../../core/model/bands.ts";
import type { Series } from "../../../../core/model/views.ts";

/** One line of a chart, ready to be drawn. */
export interface Line {
  /** Tells it from the others of the page, for hiding it. */
  readonly id: string;
  readonly label: string;
  /** Its colour and dashes, the same in every chart of the page. */
  readonly look: number;
  /** Strictly ascending. */
  readonly x: Float64Array;
  /** As long as `x`; NaN is a gap. */
  readonly y: Float64Array;
  /** What was logged, where `y` is a moving average of it. */
  readonly raw: Float64Array | null;
  /** What the mean of a group lies between. */
  readonly band: { readonly low: Float64Array; readonly high: Float64Array } | null;
  /** Drawn behind the others, to compare with. */
  readonly ghost: boolean;
}

/** What stands for a series. */
export interface LineName {
  readonly id: string;
  readonly label: string;
  readonly look: number;
  readonly ghost?: boolean;
}

/** A series as a line; of points at the same x the last by time counts. */
export function lineOf({ x, values, smoothed }: Series, { id, label, look, ghost = false }: LineName): Line {
  const last = lastOfEach(x);
  const pick = (column: Float64Array): Float64Array =>
    last.length === x.length ? column : Float64Array.from(last, (index) => column[index] ?? Number.NaN);
  const raw = pick(values);
  const name = { id, label, look, ghost, band: null, x: pick(x) };
  return smoothed === null ? { ...name, y: raw, raw: null } : { ...name, y: pick(smoothed), raw };
}

/** A group of runs as a line with the band around it. */
export function lineOfBand({ x, mean, low, high }: Band, { id, label, look }: LineName): Line {
  return { id, label, look, x, y: mean, raw: null, band: { low, high }, ghost: false };
}

function lastOfEach(x: Float64Array): Uint32Array {
  return Uint32Array.from(x.keys()).filter((index) => x[index] !== x[index + 1]);
}
