import type { Measure } from "./columnWidth.ts";

/** Measures texts in the page's font. */
export function textMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  if (context !== null) context.font = `${fontSize} ${fontFamily}`;
  return (text) => context?.measureText(text).width ?? text.length * 7;
}
