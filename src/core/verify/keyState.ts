import type { YamlFile } from "../files/yaml.ts";

/** What stands behind a key of a metadata file: nothing, null or no text, a list or a map, or a text. */
export function keyState({ fields, nested }: Pick<YamlFile, "fields" | "nested">, key: string): KeyState {
  if (nested.has(key)) return "nested";
  if (!fields.has(key)) return "missing";
  return fields.get(key) ? "text" : "empty";
}

export type KeyState = "missing" | "empty" | "nested" | "text";

/** A sentence about a key without a text. */
export function keyWords(key: string, state: Exclude<KeyState, "text">): string {
  if (state === "missing") return `The key ${key} is missing.`;
  return state === "empty" ? `The key ${key} is empty.` : `The key ${key} holds a list or a map.`;
}

/** Whether a value is a number or truth value to MLflow, which takes `true` for 1. */
export function isNumeric(text: string): boolean {
  return /^[+-]?\d+(\.\d*)?$/.test(text) || /^(true|false)$/i.test(text);
}
