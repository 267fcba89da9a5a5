import type { VerdictPart } from "../../model/verdict.ts";

/** Translates an English text; `{0}`, `{1}` … stay as they are. */
export type Translate = (text: string) => string;

export type Phrase = readonly VerdictPart[];

export function words(text: string): Phrase {
  return text === "" ? [] : [{ kind: "text", text }];
}

/** A translated template whose `{0}`, `{1}` … are phrases. */
export function phrase(template: string, ...slots: readonly Phrase[]): Phrase {
  const pieces = template.split(/\{(\d+)\}/);
  return pieces.flatMap((piece, i) => (i % 2 === 0 ? words(piece) : (slots[Number(piece)] ?? [])));
}

/** Phrases with a text between each two. */
export function joined(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((one, i) => (i === 0 ? one : [...words(between), ...one]));
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(phrases: readonly Phrase[], t: Translate): Phrase {
  if (phrases.length < 2) return phrases[0] ?? [];
  return phrase(t("{0} and {1}"), joined(phrases.slice(0, -1), ", "), phrases.at(-1) ?? []);
}

/** The text of a phrase. */
export function textOfPhrase(parts: Phrase): string {
  return parts.map(({ text }) => text).join("");
}
