import { english } from "../../core/model/timeText.ts";

type Strings = Readonly<Record<string, string>>;

let strings: Strings = {};

/** Sets the translations, by their English text; before anything is rendered. */
export function setStrings(bundle: Strings): void {
  strings = bundle;
}

/** Texts for people: `{0}`, `{1}` … are filled in. The English text is the key, as in `vscode.l10n`. */
export function t(text: string, ...args: readonly (string | number)[]): string {
  const translated = Object.hasOwn(strings, text) ? strings[text] : undefined;
  return english(translated ?? text, ...args);
}

/** One of two texts by number; `{0}` is the number, `{1}` … what follows. */
export function counted(count: number, one: string, many: string, ...args: readonly (string | number)[]): string {
  return t(count === 1 ? one : many, count.toLocaleString("en-US"), ...args);
}
