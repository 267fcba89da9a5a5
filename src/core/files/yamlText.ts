import { boolCoreTag, defineScalarTag, load, NOT_RESOLVED, YAMLException } from "js-yaml";
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

/** Numbers only as PyYAML writes them (`1.0e+22`): what it leaves plain besides, such as `1e5`, is text to it. */
const integer = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  resolve: (source) => (/^[-+]?(0|[1-9]\d*)$/.test(source) ? Number(source) : NOT_RESOLVED),
  identify: () => false,
});
const float = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  resolve: (source) => {
    if (/^[-+]?\d*\.\d*(e[-+]\d+)?$/i.test(source) && /\d/.test(source)) return Number(source);
    if (/^[-+]?\.inf$/i.test(source)) return source.startsWith("-") ? -Infinity : Infinity;
    return /^\.nan$/i.test(source) ? Number.NaN : NOT_RESOLVED;
  },
  identify: () => false,
});

/** Numbers and booleans besides texts, for values that were logged as such. */
const TYPED_SCHEMA = TEXT_SCHEMA.withTags(boolCoreTag, integer, float);

/**
 * YAML with every scalar as text and plain null as null. The build lets programs load this file, and the library with
 * it, when a text first needs it: most metadata is flat and never does.
 */
export function readYamlText(text: string, bounds: YamlBounds = {}): YamlText {
  return read(text, { schema: TEXT_SCHEMA, ...bounds });
}

/** YAML whose scalars have the types that PyYAML gives them. */
export function readTypedYaml(text: string, bounds: YamlBounds = {}): YamlText {
  return read(text, { schema: TYPED_SCHEMA, ...bounds });
}

function read(text: string, options: YamlBounds & { readonly schema: typeof TEXT_SCHEMA }): YamlText {
  try {
    return { ok: true, value: load(text, options) };
  } catch (error) {
    if (!(error instanceof YAMLException)) return { ok: false, reason: "it cannot be parsed", line: null };
    return { ok: false, reason: error.reason, line: error.mark ? error.mark.line + 1 : null };
  }
}
