import { isFields } from "../model/fields.ts";
import { CONFIG_FILE } from "./config.ts";

/** A config that cannot be changed because it cannot be read; `reason` is one sentence for a person. */
export class ConfigNotEditable extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = "ConfigNotEditable";
    this.reason = reason;
  }
}

export type ConfigValue = string | readonly string[];

/**
 * The text of a config with one entry of one of its objects set, or taken out by `undefined`. Order, unknown keys and
 * indentation stay; a new key comes last. An empty text is a new config.
 */
export function withEntry(text: string, section: string, name: string, value: ConfigValue | undefined): string {
  const config = objectOf(text);
  const before = Object.hasOwn(config, section) ? config[section] : {};
  const entries = isFields(before) ? Object.entries(before) : [];
  const kept = value === undefined ? entries.filter(([key]) => key !== name) : replaced(entries, name, value);
  const changed = replaced(Object.entries(config), section, Object.fromEntries(kept));
  return `${JSON.stringify(Object.fromEntries(changed), null, indentOf(text))}\n`;
}

function replaced<T>(entries: readonly (readonly [string, T])[], key: string, value: T): (readonly [string, T])[] {
  const at = entries.findIndex(([known]) => known === key);
  return at < 0 ? [...entries, [key, value]] : entries.with(at, [key, value]);
}

function objectOf(text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (isFields(value)) return value;
  } catch {
    // Said below, in one sentence for both.
  }
  throw new ConfigNotEditable(`${CONFIG_FILE} holds no JSON object; correct it first, then try again.`);
}

/** The white space before the first key, as it stands; two spaces where there is none. */
function indentOf(text: string): string {
  return /^\s*\{\r?\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
}
