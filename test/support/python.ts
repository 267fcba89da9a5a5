/** `str(float)` of Python, which is what MLflow writes into metric files. */
export function pyFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const [digits = "0", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power > 15)) {
    return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const fixed = Math.abs(value) < 1e-6 ? value.toFixed(Math.max(0, digits.length - 2 - power)) : String(value);
  return Number.isInteger(value) ? `${fixed}.0` : fixed;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `json.dumps` of Python: a space after `,` and `:`, non-ASCII escaped, NaN as it stands. */
export function pyJson(value: Json): string {
  if (typeof value === "string") return asciiJson(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : jsonSpecial(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isList(value)) return `[${value.map(pyJson).join(", ")}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${asciiJson(key)}: ${pyJson(item)}`)
    .join(", ")}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function jsonSpecial(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "Infinity" : "-Infinity";
}

function asciiJson(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
