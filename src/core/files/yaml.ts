import { isFields } from "../model/fields.ts";
import { type Problem, problem } from "../model/problem.ts";
import type { KeyValue } from "../model/text.ts";
import { decode, gitLeftover, leftoverReason } from "./bytes.ts";
import { LIMITS } from "./limits.ts";
import { type Bytes, failureReason, type Reply, type Scan } from "./scan.ts";
import { flatLine, isBlank } from "./yamlLine.ts";
import { readYamlText } from "./yamlText.ts";

/** The scalars of a metadata file: texts as they stand, plain null as null; lists are left out. */
export type Fields = ReadonlyMap<string, string | null>;

export interface YamlFile {
  readonly fields: Fields;
  /** Maps of texts one level down (`tags`), by their key. */
  readonly maps: ReadonlyMap<string, readonly KeyValue[]>;
  /** Keys that hold a list or a map with something in it. */
  readonly nested: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** False where the file could not be read as a whole; `fields` then holds what could be made out. */
  readonly readable: boolean;
}

const RETURN = 13;

const NONE: ReadonlySet<string> = new Set();
const NO_MAPS: YamlFile["maps"] = new Map();

/** Reads `key: value` lines by line; null where the text leaves that subset. */
function scanFlat(text: string): Map<string, string | null> | null {
  const fields = new Map<string, string | null>();
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline;
    const end = next > at && text.charCodeAt(next - 1) === RETURN ? next - 1 : next;
    if (!isBlank(text, at, end) && !flatLine(text, at, end, fields)) return null;
    at = next + 1;
  }
  return fields;
}

function textsOf(map: Record<string, unknown>): KeyValue[] {
  return Object.entries(map).flatMap(([key, value]) => (typeof value === "string" ? [{ key, value }] : []));
}

function fromParsed(value: unknown): YamlFile | null {
  if (!isFields(value)) return null;
  const fields = new Map<string, string | null>();
  const maps = new Map<string, readonly KeyValue[]>();
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === "string" || item === null) fields.set(key, item);
    else if (isFields(item)) maps.set(key, textsOf(item));
  }
  const nested = new Set(Object.keys(value).filter((key) => typeof value[key] === "object" && value[key] !== null));
  return { fields, maps, nested, problems: [], readable: true };
}

/** The first `key: value` of each key that can be made out of a broken text. */
function salvage(text: string): Fields {
  const fields = new Map<string, string | null>();
  for (const line of text.split(/\r?\n/)) flatLine(line, 0, line.length, fields);
  return fields;
}

function broken(path: string, text: string, reason: string, line: number | null, code: Problem["code"]): YamlFile {
  return {
    fields: salvage(text),
    maps: NO_MAPS,
    nested: NONE,
    problems: [problem(code, path, reason, line)],
    readable: false,
  };
}

/** Reads the text of a flat metadata file, by line where that is enough, else by a YAML parser with every scalar as text. */
export function parseYaml(path: string, text: string): YamlFile {
  const bare = text.startsWith("\ufeff") ? text.slice(1) : text;
  const flat = scanFlat(bare);
  if (!flat?.size && bare.trim() === "") return broken(path, "", "is empty", null, "empty");
  if (flat) return { fields: flat, maps: NO_MAPS, nested: NONE, problems: [], readable: true };
  const leftover = gitLeftover(bare);
  if (leftover) return broken(path, bare, leftoverReason(leftover.code), leftover.line, leftover.code);
  const read = readYamlText(bare);
  if (!read.ok) return broken(path, bare, `is not valid YAML: ${read.reason}`, read.line, "malformed");
  const parsed = fromParsed(read.value);
  return parsed ?? broken(path, bare, "is not a map of keys and values", null, "malformed");
}

function parseBytes(path: string, file: Bytes): YamlFile {
  return parseYaml(path, decode(file.data, file.start, file.end));
}

/** What came back for a metadata file; a file that is not there is a problem of code `missing`. */
export function yamlReply(path: string, reply: Reply | undefined): YamlFile {
  if (reply?.op === "read") return parseBytes(path, reply);
  const code = reply?.op === "failure" ? reply.code : "EIO";
  const nothing = (found: Problem): YamlFile => ({
    fields: new Map(),
    maps: NO_MAPS,
    nested: NONE,
    problems: [found],
    readable: false,
  });
  if (code === "ENOENT") return nothing(problem("missing", path, "is missing"));
  if (code === "too-large") {
    return nothing(problem("limit", path, `is larger than ${LIMITS.yaml >> 20} MiB and was not read`));
  }
  const kind = code === "EISDIR" || code === "not-regular" ? "wrong-type" : "unreadable";
  return nothing(problem(kind, path, `cannot be read: ${failureReason(code)}`));
}

export function yamlRequest(path: string) {
  return { op: "read", path, limit: LIMITS.yaml, beyond: "refuse" } as const;
}

/** What stands for a metadata file that was not looked for, because its folder does not list it. */
export const NO_YAML: YamlFile = { fields: new Map(), maps: NO_MAPS, nested: NONE, problems: [], readable: false };

/** Reads one metadata file. */
export function* scanYaml(path: string): Scan<YamlFile> {
  const [reply] = yield [yamlRequest(path)];
  return yamlReply(path, reply);
}
