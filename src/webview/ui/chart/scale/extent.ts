import type { ScaleKind } from "./scale.ts";

/** The least and the greatest of some values. */
export type Range = readonly [from: number, to: number];

/** The range of the finite values, on a log axis of those above 0; null where there are none. */
export function rangeOf(lists: Iterable<ArrayLike<number>>, kind: ScaleKind = "linear"): Range | null {
  const floor = kind === "log" ? 0 : Number.NEGATIVE_INFINITY;
  const range: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const list of lists) widen(range, list, floor);
  return range[0] > range[1] ? null : range;
}

function widen(range: [number, number], list: ArrayLike<number>, floor: number): void {
  for (let i = 0; i < list.length; i++) {
    const value = list[i] ?? Number.NaN;
    if (!(value > floor && value < Number.POSITIVE_INFINITY)) continue;
    if (value < range[0]) range[0] = value;
    if (value > range[1]) range[1] = value;
  }
}

/** A range with air around it (a share of its length on both sides), never empty and never beyond all numbers. */
export function padded(range: Range, kind: ScaleKind, share: number): Range {
  if (kind === "log") return paddedLog(range, share);
  const [from, to] = range;
  if (isFlat(from, to)) return bounded(from - flat(from), to + flat(to));
  const air = (to / 2 - from / 2) * share * 2;
  return bounded(from - air, to + air);
}

function paddedLog([from, to]: Range, share: number): Range {
  if (from === to) return [Math.max(from / 2, Number.MIN_VALUE), Math.min(to * 2, Number.MAX_VALUE)];
  const air = (to / from) ** share;
  // A quotient beyond all numbers needs no air to be seen.
  if (!Number.isFinite(air)) return [from, to];
  return [Math.max(from / air, Number.MIN_VALUE), Math.min(to * air, Number.MAX_VALUE)];
}

/** Whether two numbers differ in the last digits at most, which no axis can show. */
function isFlat(from: number, to: number): boolean {
  return to / 2 - from / 2 <= Math.max(Math.abs(from), Math.abs(to)) * 1e-12;
}

/** Air around a single value. */
function flat(value: number): number {
  return value === 0 ? 1 : Math.max(Math.abs(value) * 0.1, Number.MIN_VALUE);
}

function bounded(from: number, to: number): Range {
  return [Math.max(from, -Number.MAX_VALUE), Math.min(to, Number.MAX_VALUE)];
}
