/** A metric's value for a glance: four significant digits, whole numbers whole. The exact value is a hover away. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e7) return String(value);
  if (size >= 1e7 || size < 1e-4) return trimExponent(value.toExponential(3));
  return trimZeros(size >= 1e4 ? value.toFixed(0) : value.toPrecision(4));
}

/** A whole number with commas between thousands; without the tables of languages, which take a while to load. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function trimExponent(text: string): string {
  const [digits = "", exponent = ""] = text.split("e");
  return `${trimZeros(digits)}e${exponent.replace("+", "")}`;
}

const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** Bytes in the unit people read them in. */
export function shortSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  // What would be rounded to a thousand is one of the next unit.
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : size.toFixed(0)} ${UNITS[unit] ?? ""}`;
}
