import { t } from "../base/l10n.ts";
import type { Choices } from "./choices.ts";
import { shorten } from "./markdown.ts";

/** The line above the tree: what is being left out or ordered otherwise; empty where all is as usual. */
export function viewMessage({ filter, onlyProblems, order, showDeleted }: Choices): string {
  const texts: string[] = [];
  if (filter !== "") texts.push(t("Filter: {0}", shorten(filter, 60)));
  if (onlyProblems) texts.push(t("Only runs with problems"));
  if (typeof order.by === "object") {
    const metric = shorten(order.by.metric, 40);
    texts.push(order.descending ? t("Sorted by {0}, highest first", metric) : t("Sorted by {0}, lowest first", metric));
  }
  if (showDeleted) texts.push(t("Deleted runs shown"));
  return texts.join(" · ");
}
