/**
 * A text as the value of a key in a block mapping, byte for byte as MLflow writes it: PyYAML's safe dump over libyaml,
 * Unicode allowed, lines folded behind column 80. Source: the emitter's rules in libyaml 0.2.5 (`emitter.c`) and PyYAML's
 * resolver, which knows YAML 1.1.
 */
export function yamlScalar(text: string, column: number, indent: number): string {
  const chars = Array.from(text);
  const form = formOf(text, chars);
  const out = new Folding(column, indent);
  if (form === "plain") writePlain(chars, out);
  else if (form === "single") writeSingle(chars, out);
  else writeDouble(chars, out);
  return out.text;
}

const WIDTH = 80;

/** What PyYAML would read back as something else than text. */
const NOT_TEXT =
  /^(?:~|null|Null|NULL|<<|=|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|[-+]?(?:0b[01_]+|0[0-7_]+|0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|[1-9][0-9_]*(?::[0-5]?\d)+)|[-+]?(?:\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?|\d[\d_]*(?::[0-5]?\d)+\.[\d_]*|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)|\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d.*)?$/;
/** Indicators at the start, and `: ` and ` #` anywhere. */
const INDICATOR =
  /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?:[ \t\r\n\u0085\u2028\u2029]|$))|:(?:[ \t\r\n\u0085\u2028\u2029]|$)|[ \t\r\n\u0085\u2028\u2029]#/;
const BREAK = /[\r\n\u0085\u2028\u2029]/;

function formOf(text: string, chars: readonly string[]): "plain" | "single" | "double" {
  const breaks = "[\\r\\n\\u0085\\u2028\\u2029]";
  if (!chars.every(isPrintable) || new RegExp(` ${breaks}|${breaks} `).test(text)) return "double";
  if (/^ | $/.test(text) || BREAK.test(text) || INDICATOR.test(text) || NOT_TEXT.test(text)) return "single";
  return "plain";
}

/** As libyaml has it: a tab is not, nor is anything beyond the basic plane. */
function isPrintable(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0xa0) return code === 0x0a || (code >= 0x20 && code <= 0x7e);
  return code < 0xd800 || (code >= 0xe000 && code < 0xfffe && code !== 0xfeff);
}

/** Text that knows in which column it stands. */
class Folding {
  text = "";
  readonly #indent: number;
  #column: number;

  constructor(column: number, indent: number) {
    this.#column = column;
    this.#indent = indent;
  }

  get isWide(): boolean {
    return this.#column > WIDTH;
  }

  put(text: string): void {
    this.text += text;
    this.#column += Array.from(text).length;
  }

  break(char: string): void {
    this.text += char;
    this.#column = 0;
  }

  /** Starts a line, or goes on in one that was just started. */
  line(): void {
    if (this.#column > 0) this.text += "\n";
    this.text += " ".repeat(this.#indent);
    this.#column = this.#indent;
  }
}

function writePlain(chars: readonly string[], out: Folding): void {
  chars.forEach((char, i) => {
    if (out.isWide && isSingleSpace(chars, i)) out.line();
    else out.put(char);
  });
}

function isSingleSpace(chars: readonly string[], i: number): boolean {
  return chars[i] === " " && chars[i - 1] !== " " && chars[i + 1] !== " ";
}

function writeSingle(chars: readonly string[], out: Folding): void {
  out.put("'");
  let afterBreak = false;
  chars.forEach((char, i) => {
    if (BREAK.test(char)) {
      // An empty line stands for a break, so the first of several is written twice.
      if (!afterBreak && char === "\n") out.break("\n");
      out.break(char);
      afterBreak = true;
      return;
    }
    if (afterBreak) out.line();
    afterBreak = false;
    if (out.isWide && isSingleSpace(chars, i) && i > 0 && i < chars.length - 1) out.line();
    else out.put(char === "'" ? "''" : char);
  });
  if (afterBreak) out.line();
  out.put("'");
}

function writeDouble(chars: readonly string[], out: Folding): void {
  out.put('"');
  let afterSpace = false;
  chars.forEach((char, i) => {
    const isInside = i > 0 && i < chars.length - 1;
    if (char === " " && !afterSpace && out.isWide && isInside) {
      out.line();
      if (chars[i + 1] === " ") out.put("\\");
    } else out.put(escaped(char));
    afterSpace = char === " ";
  });
  out.put('"');
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "\0": "0", "\x07": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e" },
  ...{ '"': '"', "\\": "\\", "\u0085": "N", "\u2028": "L", "\u2029": "P" },
};

function escaped(char: string): string {
  const known = ESCAPES[char];
  if (known !== undefined) return `\\${known}`;
  if (isPrintable(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  const hex = (width: number): string => code.toString(16).toUpperCase().padStart(width, "0");
  if (code <= 0xff) return `\\x${hex(2)}`;
  return code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}
