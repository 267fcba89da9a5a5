/** An object of parsed JSON or YAML, whose values nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a parsed value is a map of keys and values. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a parsed value has of its own under a key; undefined where it is no map. */
export function fieldOf(value: unknown, key: string): unknown {
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
