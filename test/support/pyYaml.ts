// YAML as PyYAML's safe dump writes MLflow's metadata files: keys sorted, strings folded behind column 80,
// and a string left plain where YAML 1.1 reads it as one (`1e-3`, which YAML 1.2 takes for a number).

export type YamlValue = string | number | null | readonly [] | { readonly [key: string]: YamlValue };

const WIDTH = 80;
const NOT_A_STRING =
  /^(?:~|null|Null|NULL|<<|=|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?\d)+)|[-+]?(?:\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.[\d_]+(?:[eE][-+]\d+)?|\d[\d_]*(?::[0-5]?\d)+\.[\d_]*|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)|\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d.*)?$/;
const NOT_PLAIN = /^(?:[#,[\]{}&*!|>'"%@`]|[?:-](?:\s|$)|---|\.\.\.)|:(?:\s|$)|\s#|^\s|\s$|\n/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what forces the double-quoted form
const NEEDS_ESCAPES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[\u{10000}-\u{10ffff}]/u;
const ESCAPES: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
  "\u0085": "\\N",
};

export function pyYaml(fields: Readonly<Record<string, YamlValue>>, indent = 0): string {
  return Object.keys(fields)
    .sort()
    .map((key) => entry(key, fields[key] ?? null, indent))
    .join("");
}

function entry(key: string, value: YamlValue, indent: number): string {
  const lead = `${" ".repeat(indent)}${scalar(key, 0, indent)}:`;
  if (value === null || typeof value === "number") return `${lead} ${value}\n`;
  if (typeof value === "string") return `${lead} ${scalar(value, lead.length + 1, indent + 2)}\n`;
  if (isEmptyList(value)) return `${lead} []\n`;
  if (Object.keys(value).length === 0) return `${lead} {}\n`;
  return `${lead}\n${pyYaml(value, indent + 2)}`;
}

function isEmptyList(value: YamlValue): value is readonly [] {
  return Array.isArray(value);
}

function scalar(text: string, column: number, indent: number): string {
  if (NEEDS_ESCAPES.test(text) || / \n/.test(text)) return doubleQuoted(text);
  if (!NOT_A_STRING.test(text) && !NOT_PLAIN.test(text)) return folded(text, column, indent);
  const lines = text.replaceAll("'", "''").split(/(\n+)/);
  const body = lines.map((line) => (line.startsWith("\n") ? `\n${line}${" ".repeat(indent)}` : line)).join("");
  return `'${text.includes("\n") ? body : folded(body, column + 1, indent)}'`;
}

/** A single space behind column 80 becomes a line break. */
function folded(text: string, column: number, indent: number): string {
  let out = "";
  let at = column;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const breaks = out !== "" && at > WIDTH;
    if (out !== "") out += breaks ? `\n${" ".repeat(indent)}` : " ";
    at = (breaks ? indent : at + (out === "" ? 0 : 1)) + word.length;
    out += word;
  }
  return out;
}

/** Not folded, other than by PyYAML: a reader must take both. */
function doubleQuoted(text: string): string {
  return `"${Array.from(text, escaped).join("")}"`;
}

function escaped(char: string): string {
  const known = ESCAPES[char];
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\U${code.toString(16).toUpperCase().padStart(8, "0")}`;
  return NEEDS_ESCAPES.test(char) ? `\\x${code.toString(16).toUpperCase().padStart(2, "0")}` : char;
}
