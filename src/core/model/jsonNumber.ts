/** A number as MLflow's JSON has it: what JSON cannot say is a text. */
export type JsonNumber = number | "NaN" | "Infinity" | "-Infinity" | typeof NEGATIVE_ZERO;

/**
 * Stands for -0.0, which `JSON.stringify` would turn into 0, until `toJsonText` writes it. Half of a surrogate pair is
 * in no text that was read from bytes, so that nothing else looks like it.
 */
const NEGATIVE_ZERO = "\ud800-0.0";
const WRITTEN = JSON.stringify(NEGATIVE_ZERO);

export function toJsonNumber(value: number): JsonNumber {
  if (value === 0) return Object.is(value, -0) ? NEGATIVE_ZERO : 0;
  if (Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "Infinity" : "-Infinity";
}

/** The JSON text of a value made of these mappings, on one line. */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes(WRITTEN) ? text.replaceAll(WRITTEN, "-0.0") : text;
}
