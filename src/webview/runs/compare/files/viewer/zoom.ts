/** How large images are drawn: `fit` into their pane, or device pixels for each of theirs. */
export type Zoom = "fit" | number;

const LEVELS: readonly number[] = [0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

/** The next level up or down; from `fit` to one pixel for each. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom {
  if (zoom === "fit") return by > 0 ? 1 : 0.5;
  const next = by > 0 ? LEVELS.find((level) => level > zoom) : LEVELS.findLast((level) => level < zoom);
  return next ?? zoom;
}

/** `100 %`. */
export function zoomText(zoom: number): string {
  return `${zoom * 100} %`;
}
