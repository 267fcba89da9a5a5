import type { TableFormat, TableQuery } from "../../../../core/model/runsTable.ts";
import { t } from "../../../ui/l10n.ts";
import { LINE, type MenuEntry } from "../../../ui/menu/menuEntry.ts";
import type { TableParts } from "../surface.ts";

/** What concerns all runs of the table. */
export function moreMenu({ model, actions }: TableParts): readonly MenuEntry[] {
  const { lifecycle } = model.view.peek();
  const query = model.query.peek();
  const shows = (label: string, wanted: TableQuery["lifecycle"]): MenuEntry => ({
    kind: "item",
    label,
    checked: lifecycle === wanted,
    isRadio: true,
    run: () => model.change({ lifecycle: wanted }),
  });
  const exports = (label: string, format: TableFormat): MenuEntry => ({
    kind: "item",
    label,
    icon: "save",
    run: () => query !== null && actions.exportRows({ query }, format),
  });
  return [
    shows(t("Active Runs"), "active"),
    shows(t("Deleted Runs"), "deleted"),
    shows(t("Active and Deleted Runs"), "all"),
    LINE,
    exports(t("Export All Shown as CSV…"), "csv"),
    exports(t("Export All Shown as JSON…"), "json"),
    exports(t("Export All Shown as Markdown…"), "markdown"),
    LINE,
    { kind: "item", label: t("Read Again"), run: () => model.refresh() },
  ];
}
