import type { Tolerance } from "../model/verdict.ts";

/** How a value differs from the one it is measured against. */
export interface Delta {
  /** `value - base`. */
  readonly absolute: number;
  /**
   * `(value - base) / |base|`; null where a share says nothing: the base is 0, the signs differ, or it cannot be
   * calculated in a double.
   */
  readonly relative: number | null;
}

/** Null where either is missing or no finite number. */
export function deltaOf(value: number | null, base: number | null): Delta | null {
  if (value === null || base === null || !Number.isFinite(value) || !Number.isFinite(base)) return null;
  const absolute = value - base;
  const relative = absolute / Math.abs(base);
  const isShare = base !== 0 && (value === 0 || value > 0 === base > 0) && Number.isFinite(relative);
  return { absolute, relative: isShare ? relative : null };
}

/** What rounding alone brings about. */
export const EXACT: Tolerance = { relative: 1e-9, absolute: 0 };

/** Whether two finite numbers are as good as equal, by the rule of Python's `math.isclose` (PEP 485). */
export function isClose(a: number, b: number, { relative, absolute }: Tolerance = EXACT): boolean {
  if (a === b) return true;
  return Math.abs(a - b) <= Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(b)));
}
