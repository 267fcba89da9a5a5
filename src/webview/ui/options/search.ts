import { matcher } from "../format/text.ts";

/** What a search finds; `error` where a regular expression is none. */
export interface Search {
  readonly error: string | null;
  matches(text: string): boolean;
}

/** Of a text so much is looked at by a regular expression, which may take long over longer ones. */
const LOOKED_AT = 500;

/** Words that must all be found, in any case; or a regular expression between slashes. */
export function searchOf(text: string): Search {
  const [, pattern] = /^\/(.*?)\/?$/s.exec(text.trim()) ?? [];
  if (pattern === undefined || pattern === "") return { error: null, matches: matcher(text) };
  try {
    const expression = new RegExp(pattern, "iu");
    return { error: null, matches: (found) => expression.test(found.slice(0, LOOKED_AT)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), matches: () => false };
  }
}
