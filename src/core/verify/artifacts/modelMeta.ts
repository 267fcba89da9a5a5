import type { MetaFacts } from "../facts/metaFacts.ts";
import { conflictWords } from "../leftovers.ts";
import type { Found, Rule } from "../rule.ts";

/** What is wrong with a meta.yaml itself: it is missing, empty, or cannot be read. */
export function metaFindings(
  folder: string,
  meta: MetaFacts,
  what: string,
  { lost, broken }: { readonly lost: Rule; readonly broken: Rule },
): readonly Found[] {
  if (!meta.present) return [{ rule: lost, file: folder, message: `The ${what} has no meta.yaml.` }];
  return meta.problems.map((found): Found => {
    const line = found.line === null ? {} : { line: found.line };
    return { rule: found.code === "empty" ? lost : broken, file: meta.path, ...line, message: conflictWords(found) };
  });
}
