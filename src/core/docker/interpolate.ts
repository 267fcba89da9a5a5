/** Names and their values, as a `.env` file or a container has them. */
export type Environment = Readonly<Record<string, string>>;

/** Stands in a filled text where a variable has neither value nor default: what is there, only the machine that starts it knows. */
const GAP = "\0";

/** Whether a filled text has no gap. */
export function isKnown(text: string): boolean {
  return !text.includes(GAP);
}

/** Bounds of what one text may become. */
const BOUNDS = { depth: 8, length: 1 << 16, word: 1000 } as const;

/**
 * Fills Compose's variables: `$NAME`, `${NAME}`, `${NAME:-default}` (unset or empty), `${NAME-default}` (unset),
 * `${NAME:+other}`, `${NAME+other}`, each of which may hold more of them; `$$` is a dollar. One that is not known leaves a
 * gap, see `isKnown`.
 */
export function fill(text: string, environment: Environment, depth = 0): string {
  if (!text.includes("$")) return text;
  if (depth > BOUNDS.depth) return GAP;
  let filled = "";
  let at = 0;
  for (let dollar = text.indexOf("$"); dollar >= 0 && filled.length < BOUNDS.length; dollar = text.indexOf("$", at)) {
    const variable = variableAt(text, dollar);
    filled += text.slice(at, dollar);
    at = variable?.end ?? dollar + 1;
    filled += variable === null || variable.name === "$" ? "$" : resolve(variable, environment, depth);
  }
  return (filled + text.slice(at)).slice(0, BOUNDS.length);
}

/** The same with nothing in the gaps. */
export function interpolate(text: string, environment: Environment): string {
  return fill(text, environment).replaceAll(GAP, "");
}

interface Variable {
  readonly name: string;
  /** `-`, `:-`, `+`, `:+`, `?`, `:?`, or nothing. */
  readonly operator: string;
  readonly word: string;
  readonly end: number;
}

function variableAt(text: string, dollar: number): Variable | null {
  if (text[dollar + 1] === "$") return { name: "$", operator: "", word: "", end: dollar + 2 };
  const braced = text[dollar + 1] === "{";
  const start = dollar + (braced ? 2 : 1);
  NAME.lastIndex = start;
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  const behind = start + name.length;
  if (!braced) return { name, operator: "", word: "", end: behind };
  const operator = /^:?[-+?]/.exec(text.slice(behind, behind + 2))?.[0] ?? "";
  const end = closingBrace(text, behind + operator.length);
  if (end < 0 || (operator === "" && end !== behind)) return null;
  return { name, operator, word: text.slice(behind + operator.length, end), end: end + 1 };
}

const NAME = /[A-Za-z_]\w*/y;

/** The brace that closes a word in which further variables may stand; -1 without one. */
function closingBrace(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length && at - from < BOUNDS.word; at++) {
    if (text[at] === "{" && text[at - 1] === "$") depth++;
    else if (text[at] === "}" && depth-- === 0) return at;
  }
  return -1;
}

function resolve({ name, operator, word }: Variable, environment: Environment, depth: number): string {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  const given = value !== undefined && !(operator.startsWith(":") && value === "");
  if (operator.endsWith("-")) return given ? value : fill(word, environment, depth + 1);
  if (operator.endsWith("+")) return given ? fill(word, environment, depth + 1) : "";
  return value ?? GAP;
}

/** A `.env` file: `NAME=value` a line, comments and quotes left out. */
export function readEnvironment(text: string): Record<string, string> {
  const entries: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    const found = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line);
    if (found !== null) entries.push([found[1] ?? "", unquoted((found[2] ?? "").trim())]);
  }
  return Object.fromEntries(entries);
}

function unquoted(value: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(value);
  if (quoted !== null) return quoted[2] ?? "";
  const comment = value.search(/\s#/);
  return comment < 0 ? value : value.slice(0, comment).trimEnd();
}
