/**
 * Control characters, line and paragraph separators, marks that turn the direction of text, invisible spaces and halves
 * of surrogate pairs: what could hide in a name, break a line, or make two names look alike.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Text on one line with nothing hidden in it: a newline becomes `\n`, other hidden characters `\u{200b}`. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (hidden) => SHORT[hidden] ?? `\\u{${hidden.codePointAt(0)?.toString(16) ?? ""}}`);
}
