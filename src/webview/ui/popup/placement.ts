/** A rectangle in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placed {
  readonly left: number;
  readonly top: number;
  /** What there is room for. */
  readonly maxHeight: number;
}

const EDGE = 4;
const GAP = 2;

/**
 * Where something pops up beside an anchor: below it where there is room, or more than above; from its left edge, moved as
 * far as needed to be in the window.
 */
export function placeBeside(anchor: Box, size: Size, window: Size): Placed {
  const below = window.height - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const isBelow = size.height <= below || below >= above;
  const room = isBelow ? below : above;
  const height = Math.min(size.height, room);
  const left = Math.max(EDGE, Math.min(anchor.left, window.width - size.width - EDGE));
  return { left, top: isBelow ? anchor.bottom + GAP : anchor.top - GAP - height, maxHeight: room };
}

/** The box of a point, as of a click. */
export function boxAt(x: number, y: number): Box {
  return { left: x, top: y, right: x, bottom: y };
}
