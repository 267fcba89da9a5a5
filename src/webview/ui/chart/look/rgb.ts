/** Red, green, blue from 0 to 255 and opacity from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` and `rgba(…)`; null for any other way to write a colour. */
export function parseRgb(text: string): Rgb | null {
  const hex = /^#([\da-f]{3,8})$/i.exec(text.trim())?.[1];
  if (hex !== undefined) return parseHex(hex);
  const numbers = /^rgba?\(([^)]*)\)$/i
    .exec(text.trim())?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(parseFloat);
  const [red, green, blue, alpha = 1] = numbers ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [red, green, blue, alpha];
}

function parseHex(hex: string): Rgb | null {
  const digits = hex.length < 6 ? 1 : 2;
  if (hex.length % digits !== 0 || hex.length / digits > 4) return null;
  const at = (i: number): number => {
    const part = hex.slice(i * digits, (i + 1) * digits);
    return part === "" ? 255 : Number.parseInt(digits === 1 ? part + part : part, 16);
  };
  return [at(0), at(1), at(2), at(3) / 255];
}

/** The colour on the way from one to another, as `#rrggbb`; `share` is 0 at the first. */
export function mixed(from: Rgb, to: Rgb, share: number): string {
  const part = (i: 0 | 1 | 2): string =>
    Math.round(from[i] + (to[i] - from[i]) * share)
      .toString(16)
      .padStart(2, "0");
  return `#${part(0)}${part(1)}${part(2)}`;
}
