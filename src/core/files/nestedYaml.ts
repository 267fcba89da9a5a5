import { boolCoreTag, defineScalarTag, load, NOT_RESOLVED, YAMLException } from "js-yaml";
import { type Problem, problem } from "../model/problem.ts";
import { gitLeftover, leftoverReason } from "./bytes.ts";
import { TEXT_SCHEMA } from "./textSchema.ts";

export interface NestedYaml {
  /** The top map; empty where the file could not be read. */
  readonly map: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly readable: boolean;
}

/** Metadata of MLflow nests four deep, a logged value of a person's making a few more. */
const DEPTH = 32;

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
const SCHEMA = TEXT_SCHEMA.withTags(boolCoreTag, integer, float);

/** Reads a metadata file that may nest and whose scalars have types. */
export function parseNestedYaml(path: string, text: string): NestedYaml {
  const leftover = gitLeftover(text);
  if (leftover) return unread(problem(leftover.code, path, leftoverReason(leftover.code), leftover.line));
  if (text.trim() === "") return unread(problem("empty", path, "is empty"));
  try {
    const map = load(text, { schema: SCHEMA, maxDepth: DEPTH, maxAliases: 0 });
    return isMap(map)
      ? { map, problems: [], readable: true }
      : unread(problem("malformed", path, "is not a map of keys and values"));
  } catch (error) {
    const known = error instanceof YAMLException;
    const line = known && error.mark ? error.mark.line + 1 : null;
    const why = known ? error.reason : "it cannot be parsed";
    return unread(problem("malformed", path, `is not valid YAML: ${why}`, line));
  }
}

function unread(found: Problem): NestedYaml {
  return { map: {}, problems: [found], readable: false };
}

/** Whether a parsed value is a map of keys and values. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
