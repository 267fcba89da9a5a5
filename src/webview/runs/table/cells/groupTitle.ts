import type { Cell } from "../../../../core/model/runsTable.ts";
import { t } from "../../../ui/l10n.ts";
import { statusWord } from "../../../ui/statusWords.ts";
import { isByCommit, shortCommit } from "../columns/commit.ts";
import type { CellContext } from "./cellSetting.ts";
import { cellText } from "./cellText.ts";
import { isStatus } from "./statusCell.ts";

/** What the runs of a group have in common, in words. */
export function groupTitle(value: Cell, { grouping, now }: Pick<CellContext, "grouping" | "now">): string {
  if (value === null) return t("(none)");
  if (typeof value === "number") return cellText(value, "number", now());
  if (isByCommit(grouping)) return shortCommit(cellText(value, "text", now()));
  const isOfStatus = grouping?.kind === "attribute" && grouping.key === "status";
  return isOfStatus && isStatus(value) ? statusWord(value) : cellText(value, "text", now());
}
