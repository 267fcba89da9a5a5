import { load, YAMLException } from "js-yaml";
import { type Problem, problem } from "../model/problem.ts";
import type { KeyValue } from "../model/text.ts";
import { decode, gitLeftover, leftoverReason } from "./bytes.ts";
import { LIMITS } from "./limits.ts";
import { type Bytes, failureReason, type Reply, type Scan } from "./scan.ts";
import { TEXT_SCHEMA } from "./textSchema.ts";

/** The scalars of a metadata file: texts as they stand, plain null as null; lists are left out. */
export type Fields = ReadonlyMap<string, string | null>;

export interface YamlFile {
  readonly fields: Fields;
  /** Maps of texts one level down (`tags`), by their key. */
  readonly maps: ReadonlyMap<string, readonly KeyValue[]>;
  readonly problems: readonly Problem[];
  /** False where the file could not be read as a whole; `fields` then holds what could be made out. */
  readonly readable: boolean;
}

const NO_MAPS: YamlFile["maps"] = new Map();

const FLAT_LINE = /^([A-Za-z_]\w*):(?: (.*))?$/;
/** What a plain scalar may not start with, and what ends one. */
const NOT_PLAIN = /^[[\]{}&*!|>%@`,#"'?-]|: |:$| #/;
/** A plain scalar may start with `-` or `?` when no space follows. */
const PLAIN_DASH = /^[-?][^\s]/;

/** One scalar of the flat subset; undefined where a real parser is needed. */
function flatScalar(text: string): string | null | undefined {
  if (text === "" || text === "null" || text === "~" || text === "Null" || text === "NULL") return null;
  if (text.startsWith("'")) {
    const inner = text.slice(1, -1);
    if (text.length < 2 || !text.endsWith("'") || inner.replaceAll("''", "").includes("'")) return undefined;
    return inner.replaceAll("''", "'");
  }
  if (text.startsWith('"')) {
    const inner = text.slice(1, -1);
    return text.length < 2 || !text.endsWith('"') || /["\\]/.test(inner) ? undefined : inner;
  }
  const body = PLAIN_DASH.test(text) ? text.slice(1) : text;
  return NOT_PLAIN.test(body) || text.trim() !== text ? undefined : text;
}

/** Scans `key: value` lines; null where the text leaves that subset. */
function scanFlat(text: string): Map<string, string | null> | null {
  const fields = new Map<string, string | null>();
  for (const raw of text.split("\n")) {
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (line === "" || line === "---") continue;
    const match = FLAT_LINE.exec(line);
    if (!match?.[1] || fields.has(match[1])) return null;
    const value = match[2] ?? "";
    if (value === "[]" || value === "{}") continue;
    const scalar = flatScalar(value);
    if (scalar === undefined) return null;
    fields.set(match[1], scalar);
  }
  return fields;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textsOf(map: Record<string, unknown>): KeyValue[] {
  return Object.entries(map).flatMap(([key, value]) => (typeof value === "string" ? [{ key, value }] : []));
}

function fromParsed(value: unknown): YamlFile | null {
  if (!isMap(value)) return null;
  const fields = new Map<string, string | null>();
  const maps = new Map<string, readonly KeyValue[]>();
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === "string" || item === null) fields.set(key, item);
    else if (isMap(item)) maps.set(key, textsOf(item));
  }
  return { fields, maps, problems: [], readable: true };
}

/** The first `key: value` of each key that can be made out of a broken text. */
function salvage(text: string): Fields {
  const fields = new Map<string, string | null>();
  for (const line of text.split(/\r?\n/)) {
    const match = FLAT_LINE.exec(line);
    if (!match?.[1] || fields.has(match[1])) continue;
    const scalar = flatScalar(match[2] ?? "");
    if (scalar !== undefined) fields.set(match[1], scalar);
  }
  return fields;
}

function broken(path: string, text: string, reason: string, line: number | null, code: Problem["code"]): YamlFile {
  return { fields: salvage(text), maps: NO_MAPS, problems: [problem(code, path, reason, line)], readable: false };
}

/** Reads the text of a flat metadata file, by line where that is enough, else by a YAML parser with every scalar as text. */
export function parseYaml(path: string, text: string): YamlFile {
  const bare = text.startsWith("\ufeff") ? text.slice(1) : text;
  const leftover = gitLeftover(bare);
  if (leftover) return broken(path, bare, leftoverReason(leftover.code), leftover.line, leftover.code);
  if (bare.trim() === "") return broken(path, "", "is empty", null, "empty");
  const flat = scanFlat(bare);
  if (flat) return { fields: flat, maps: NO_MAPS, problems: [], readable: true };
  try {
    const parsed = fromParsed(load(bare, { schema: TEXT_SCHEMA }));
    return parsed ?? broken(path, bare, "is not a map of keys and values", null, "malformed");
  } catch (error) {
    const known = error instanceof YAMLException;
    const line = known && error.mark ? error.mark.line + 1 : null;
    return broken(path, bare, `is not valid YAML: ${known ? error.reason : "it cannot be parsed"}`, line, "malformed");
  }
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
export const NO_YAML: YamlFile = { fields: new Map(), maps: NO_MAPS, problems: [], readable: false };

/** Reads one metadata file. */
export function* scanYaml(path: string): Scan<YamlFile> {
  const [reply] = yield [yamlRequest(path)];
  return yamlReply(path, reply);
}
