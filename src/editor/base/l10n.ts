import { english, type Translate } from "../../core/model/timeText.ts";

let translator: Translate = english;

/** Texts for people pass through here, so that modules free of `vscode` speak the user's language too. */
export function t(message: string, ...args: (string | number)[]): string {
  return translator(message, ...args);
}

export function setTranslator(next: Translate): void {
  translator = next;
}

/** One of two texts by number; `{0}` is the number. */
export function counted(count: number, one: string, many: string): string {
  return count === 1 ? one.replace("{0}", "1") : many.replace("{0}", count.toLocaleString("en-US"));
}
