import { isFields } from "../model/fields.ts";
import { type Problem, problem } from "../model/problem.ts";
import { gitLeftover, leftoverReason } from "./bytes.ts";
import { readTypedYaml } from "./yamlText.ts";

export interface NestedYaml {
  /** The top map; empty where the file could not be read. */
  readonly map: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly readable: boolean;
}

/** Metadata of MLflow nests four deep, a logged value of a person's making a few more. */
const DEPTH = 32;

/** Reads a metadata file that may nest and whose scalars have types. */
export function parseNestedYaml(path: string, text: string): NestedYaml {
  const leftover = gitLeftover(text);
  if (leftover) return unread(problem(leftover.code, path, leftoverReason(leftover.code), leftover.line));
  if (text.trim() === "") return unread(problem("empty", path, "is empty"));
  const read = readTypedYaml(text, { maxDepth: DEPTH, maxAliases: 0 });
  if (!read.ok) return unread(problem("malformed", path, `is not valid YAML: ${read.reason}`, read.line));
  return isFields(read.value)
    ? { map: read.value, problems: [], readable: true }
    : unread(problem("malformed", path, "is not a map of keys and values"));
}

function unread(found: Problem): NestedYaml {
  return { map: {}, problems: [found], readable: false };
}
