import type { Pen } from "./pen.ts";

/** As much of a text as fits into so many pixels, with `…` where something is cut. */
export function fitted(pen: Pick<Pen, "measure">, text: string, width: number): string {
  // Names may be 10 kB long: what can never fit is not measured.
  const characters = [...text.slice(0, Math.ceil(width))];
  if (characters.join("") === text && pen.measure(text) <= width) return text;
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pen.measure(`${characters.slice(0, middle).join("")}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : `${characters.slice(0, low).join("").trimEnd()}…`;
}
