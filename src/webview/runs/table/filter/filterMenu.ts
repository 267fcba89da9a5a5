import { t } from "../../../ui/l10n.ts";
import { LINE, type MenuEntry } from "../../../ui/menu/menuEntry.ts";
import type { TableModel } from "../tableModel.ts";
import { type Preset, presets } from "./presets.ts";

/** Filters by name: everybody's, and those saved for the repository. */
export function filterMenu(model: TableModel): readonly MenuEntry[] {
  const { filter, order } = model.view.peek();
  const saved = model.scope.peek()?.savedFilters ?? [];
  const item = ({ name, filter: wanted }: Preset): MenuEntry => ({
    kind: "item",
    label: name,
    checked: filter.trim() === wanted.trim(),
    isRadio: true,
    run: () => model.change({ filter: wanted }),
  });
  const problems = { kind: "attribute", key: "problems" } as const;
  const isByProblems = order[0]?.column.kind === "attribute" && order[0].column.key === "problems";
  return [
    {
      kind: "item",
      label: t("All Runs"),
      checked: filter.trim() === "",
      isRadio: true,
      run: () => model.change({ filter: "" }),
    },
    ...presets().map(item),
    ...(saved.length > 0 ? [LINE, { kind: "heading", label: t("Saved Filters") } as const, ...saved.map(item)] : []),
    LINE,
    {
      kind: "item",
      label: t("With Problems First"),
      checked: isByProblems,
      run: () => model.change({ order: isByProblems ? [] : [{ column: problems, descending: true }] }),
    },
  ];
}
