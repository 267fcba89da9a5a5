import { load, YAMLException } from "js-yaml";
import { TEXT_SCHEMA } from "./textSchema.ts";

/** Bounds of what is taken; js-yaml's own where they are left out. */
export interface YamlBounds {
  readonly maxDepth?: number;
  readonly maxAliases?: number;
}

export type YamlText =
  | { readonly ok: true; readonly value: unknown }
  /** Why it is no YAML, as a sentence's end, and the 1-based line where that is known. */
  | { readonly ok: false; readonly reason: string; readonly line: number | null };

/**
 * YAML with every scalar as text and plain null as null. The build lets the extension load this file, and the library
 * with it, when a text first needs it: most metadata is flat and never does.
 */
export function readYamlText(text: string, bounds: YamlBounds = {}): YamlText {
  try {
    return { ok: true, value: load(text, { schema: TEXT_SCHEMA, ...bounds }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) return { ok: false, reason: "it cannot be parsed", line: null };
    return { ok: false, reason: error.reason, line: error.mark ? error.mark.line + 1 : null };
  }
}
