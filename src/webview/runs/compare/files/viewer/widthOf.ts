import type { Zoom } from "./zoom.ts";

/** The CSS width at which a pixel of an image takes `zoom` of the screen's. */
export function widthOf(width: number | null, zoom: Zoom): { readonly width?: string } {
  return zoom === "fit" || width === null ? {} : { width: `${(width * zoom) / devicePixelRatio}px` };
}
