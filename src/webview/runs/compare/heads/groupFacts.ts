import { count } from "../../../ui/format/number.ts";
import { counted, t } from "../../../ui/l10n.ts";
import type { CompareGroup } from "../compareGroups.ts";

/** How much of a part is shown and what is hidden of it, in a few words. */
export function groupFacts(group: CompareGroup): string {
  const { hidden } = group;
  return hidden === 0 ? shownFacts(group) : t("{0}; {1} more are left out", shownFacts(group), count(hidden));
}

function shownFacts({ rows, equal }: CompareGroup): string {
  if (rows.length === 0) return counted(equal, "{0}, the same in all runs", "all {0} are the same");
  const differing = rows.filter(({ differs }) => differs).length;
  if (differing === 0) return count(rows.length);
  const words = counted(differing, "{0} differs", "{0} differ");
  if (equal > 0) return t("{0}, {1} equal hidden", words, count(equal));
  return differing < rows.length ? t("{0} in all, {1}", count(rows.length), words) : words;
}
