import type { GoodMeta } from "../../model/finding.ts";
import type { MetaFacts } from "../facts/metaFacts.ts";
import { isRestorable, restore } from "../fix/restore.ts";
import { conflictWords } from "../leftovers.ts";
import type { Found, Rule } from "../rule.ts";

/** What is wrong with a meta.yaml itself: it is missing, empty, or cannot be read. */
export function metaFindings(
  folder: string,
  meta: MetaFacts,
  what: string,
  { lost, broken, identity }: { readonly lost: Rule; readonly broken: Rule; readonly identity: GoodMeta["identity"] },
): readonly Found[] {
  const edits = [restore(`${folder}/meta.yaml`, { needed: [], identity })];
  if (!meta.present) return [{ rule: lost, file: folder, message: `The ${what} has no meta.yaml.`, edits }];
  return meta.problems.map((found): Found => {
    const line = found.line === null ? {} : { line: found.line };
    const rule = found.code === "empty" ? lost : broken;
    const message = conflictWords(found);
    return { rule, file: meta.path, ...line, message, ...(isRestorable(found) && { edits }) };
  });
}
