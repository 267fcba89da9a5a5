/** How an axis counts: `whole` in whole numbers, `elapsed` in milliseconds, `time` in milliseconds since 1970. */
export type ScaleKind = "linear" | "whole" | "log" | "elapsed" | "time";

/** An axis from one end to the other; `from` is below `to`, and above 0 for `log`. */
export interface Scale {
  readonly kind: ScaleKind;
  readonly from: number;
  readonly to: number;
}

/** Where a value lies, 0 at `from` and 1 at `to`; NaN for what has no place: NaN, and 0 and less on a log axis. */
export function placeOf(scale: Scale, value: number): number {
  const [from, to] = ends(scale);
  const at = scale.kind === "log" ? Math.log10(value > 0 ? value : Number.NaN) : value;
  // Halves, because the greatest numbers lie further apart than numbers reach.
  return (at / 2 - from / 2) / (to / 2 - from / 2);
}

/** The value at a place, the inverse of `placeOf`. */
export function valueAt(scale: Scale, place: number): number {
  const [from, to] = ends(scale);
  const at = from * (1 - place) + to * place;
  return scale.kind === "log" ? 10 ** at : at;
}

function ends({ kind, from, to }: Scale): readonly [number, number] {
  return kind === "log" ? [Math.log10(from), Math.log10(to)] : [from, to];
}

/** Pixels along an axis: `start` is where its `from` lies, `end` where its `to` does. */
export interface Track {
  readonly scale: Scale;
  readonly start: number;
  readonly end: number;
}

export function pixelOf({ scale, start, end }: Track, value: number): number {
  return start + placeOf(scale, value) * (end - start);
}

/** The pixels of many values. */
export function pixelsOf({ scale, start, end }: Track, values: ArrayLike<number>): Float64Array {
  const pixels = new Float64Array(values.length);
  for (let i = 0; i < pixels.length; i++) pixels[i] = start + placeOf(scale, values[i] ?? Number.NaN) * (end - start);
  return pixels;
}

export function valueAtPixel({ scale, start, end }: Track, pixel: number): number {
  return valueAt(scale, (pixel - start) / (end - start));
}
