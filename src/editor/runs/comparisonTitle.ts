import type { Comparison } from "../../core/model/views.ts";
import { t } from "../base/l10n.ts";
import { shorten } from "../tree/markdown.ts";

/** The tab's title: both names of two runs, else the first and how many more. */
export function comparisonTitle({ runs }: Pick<Comparison, "runs">): string {
  const [first, second] = runs;
  if (first === undefined) return t("Compare");
  const name = (label: string) => shorten(label, 24);
  if (second === undefined) return name(first.label);
  if (runs.length === 2) return t("{0} ↔ {1}", name(first.label), name(second.label));
  return t("{0} and {1} more", name(first.label), runs.length - 1);
}
