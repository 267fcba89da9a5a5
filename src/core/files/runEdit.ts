import type { RunEdit } from "../model/runEdit.ts";
import { parseYaml } from "./yaml.ts";
import { yamlScalar } from "./yamlScalar.ts";

/** A file to write below the run's folder; null takes it away. */
export interface FileEdit {
  readonly path: string;
  readonly text: string | null;
}

/** A change that MLflow would not take, or that cannot be made safely; `reason` is one sentence for a person. */
export class EditRefused extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(reason);
    this.name = "EditRefused";
    this.reason = reason;
  }
}

/** MLflow's limits, in characters: longer keys and values it refuses or cuts. */
const KEY_LIMIT = 250;
const VALUE_LIMIT = 8000;
/** MLflow's rule for keys. */
const KEY = /^[/\p{L}\p{N}_.\- :]+$/u;

/** The files that make a change, as MLflow writes them. Throws EditRefused. */
export function fileEdits(edit: RunEdit, meta: string): readonly FileEdit[] {
  if (edit.kind === "remove-tag") return [{ path: tagPath(edit.key), text: null }];
  if (edit.kind === "set-tag") return [{ path: tagPath(edit.key), text: checkedValue(edit.value) }];
  if (edit.name.trim() === "") throw new EditRefused("A run’s name cannot be empty.");
  return [
    { path: "meta.yaml", text: withField(meta, "run_name", checkedValue(edit.name)) },
    { path: tagPath("mlflow.runName"), text: edit.name },
  ];
}

/** Where a tag lies; its key is a path below `tags`, so it must be a plain one. */
function tagPath(key: string): string {
  const segments = key.split("/");
  const isPlain = segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  if (!KEY.test(key) || !isPlain) {
    throw new EditRefused("A tag’s key may hold letters, digits, _ - . : spaces, and / between parts.");
  }
  if (key.length > KEY_LIMIT) throw new EditRefused(`A tag’s key may have up to ${KEY_LIMIT} characters.`);
  return `tags/${key}`;
}

function checkedValue(value: string): string {
  if (value.length > VALUE_LIMIT) {
    throw new EditRefused(`MLflow keeps up to ${VALUE_LIMIT} characters; this text has ${value.length}.`);
  }
  // Half of a surrogate pair has no UTF-8.
  if (/\p{Surrogate}/u.test(value)) throw new EditRefused("The text holds half a character and cannot be written.");
  return value;
}

/**
 * A metadata file with one key set, all else left as it stands. What comes out is read again: only where exactly that key
 * changed is it good.
 */
export function withField(text: string, key: string, value: string): string {
  const before = parseYaml("meta.yaml", text);
  if (!before.readable) throw new EditRefused("The run’s meta.yaml is damaged; mend it first.");
  const eol = /\r\n/.test(text) ? "\r\n" : "\n";
  const lines = text.split(/(?<=\n)/);
  const isKey = (line: string): boolean => /^[A-Za-z_]\w*:/.test(line);
  const nameOf = (line: string): string => line.slice(0, line.indexOf(":"));
  let from = lines.findIndex((line) => isKey(line) && nameOf(line) === key);
  let to = from + 1;
  if (from < 0) {
    // MLflow sorts the keys.
    const next = lines.findIndex((line) => isKey(line) && nameOf(line) > key);
    from = next < 0 ? lines.length : next;
    to = from;
  } else while (to < lines.length && !isKey(lines[to] ?? "")) to++;
  const entry = `${key}: ${yamlScalar(value, key.length + 2, 2)}`.replaceAll("\n", eol) + eol;
  const after = lines.toSpliced(from, to - from, entry).join("");
  if (!changesOnly(before.fields, parseYaml("meta.yaml", after), key, value)) {
    throw new EditRefused("The run’s meta.yaml is written in an unusual way; rename the run through MLflow.");
  }
  return after;
}

function changesOnly(
  before: ReadonlyMap<string, string | null>,
  after: ReturnType<typeof parseYaml>,
  key: string,
  value: string,
): boolean {
  const wanted = new Map(before).set(key, value);
  return (
    after.readable &&
    after.fields.size === wanted.size &&
    [...wanted].every(([name, text]) => after.fields.get(name) === text)
  );
}
