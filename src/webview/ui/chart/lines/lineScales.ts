import { padded, type Range, rangeOf } from "../scale/extent.ts";
import type { Scale, ScaleKind } from "../scale/scale.ts";
import type { Line } from "./line.ts";

export interface LineAxes {
  readonly x: Scale;
  readonly y: Scale;
}

export interface AxesWanted {
  readonly xKind: ScaleKind;
  readonly yKind: ScaleKind;
  /** Only this part of x; null for all. */
  readonly zoom: Range | null;
  /** y beyond is cut; null for no cut. */
  readonly bounds: Range | null;
}

const AIR = 0.05;

/** The axes that show all of the lines, or what of them is in the zoom; null where nothing can be shown. */
export function lineScales(lines: readonly Line[], { xKind, yKind, zoom, bounds }: AxesWanted): LineAxes | null {
  const all = rangeOf(
    lines.map(({ x }) => x),
    xKind,
  );
  const x = zoom ?? (all === null ? null : padded(all, xKind, 0));
  if (x === null) return null;
  const y = rangeOf(
    lines.flatMap((line) => columnsIn(line, x)),
    yKind,
  );
  if (y === null) return null;
  const [from, to] = padded(bounds === null ? y : cut(y, bounds), yKind, AIR);
  return { x: { kind: xKind, from: x[0], to: x[1] }, y: { kind: yKind, from, to } };
}

/** What of a line is to be seen between two x. */
function columnsIn({ x, y, raw, band }: Line, [from, to]: Range): Float64Array[] {
  const first = x.findIndex((place) => place >= from);
  const past = x.findLastIndex((place) => place <= to) + 1;
  if (first === -1 || past <= first) return [];
  return [y, raw, band?.low, band?.high].flatMap((column) => (column ? [column.subarray(first, past)] : []));
}

function cut([from, to]: Range, [low, high]: Range): Range {
  const [least, most] = [Math.max(from, low), Math.min(to, high)];
  return least <= most ? [least, most] : [from, to];
}
