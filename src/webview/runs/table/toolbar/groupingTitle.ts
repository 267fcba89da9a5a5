import type { TableGrouping } from "../../../../core/model/runsTable.ts";
import { t } from "../../../ui/l10n.ts";
import { columnTitle } from "../columns/columnTitle.ts";
import { isByCommit } from "../columns/commit.ts";

/** What runs are grouped by, in a word or two; null where they are not. */
export function groupingTitle(grouping: TableGrouping | null): string | null {
  if (grouping === null) return null;
  if (isByCommit(grouping.by)) return t("commit");
  return grouping.by === "day" ? t("day") : columnTitle(grouping.by);
}
