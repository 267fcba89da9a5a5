import type { Range } from "./extent.ts";
import { type Scale, valueAt } from "./scale.ts";

/** The part of an axis between two places (0 to 1), in either order; null where they are too near to one another. */
export function zoomTo(scale: Scale, from: number, to: number): Range | null {
  const low = valueAt(scale, Math.max(0, Math.min(from, to)));
  const high = valueAt(scale, Math.min(1, Math.max(from, to)));
  return isWide(low, high) ? [low, high] : null;
}

/** The axis with so many times less on it (more, for a factor below 1), the place given staying where it is. */
export function zoomBy(scale: Scale, factor: number, around: number): Range | null {
  const low = valueAt(scale, around - around / factor);
  const high = valueAt(scale, around + (1 - around) / factor);
  return isWide(low, high) ? [low, high] : null;
}

/** The axis moved by a share of its length. */
export function panBy(scale: Scale, share: number): Range | null {
  const [low, high] = [valueAt(scale, share), valueAt(scale, 1 + share)];
  return isWide(low, high) ? [low, high] : null;
}

/** Whether a range holds enough numbers to be an axis. */
function isWide(low: number, high: number): boolean {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return Number.isFinite(low) && Number.isFinite(high) && high / 2 - low / 2 > size * 1e-12;
}
