import { t } from "../../../ui/l10n.ts";
import { LINE, type MenuEntry } from "../../../ui/menu/menuEntry.ts";
import type { TableParts } from "../surface.ts";
import { type Preset, presets } from "./presets.ts";

/** Filters by name: everybody's, and those saved for the repository; and the way to save one. */
export function filterMenu({ model, actions }: TableParts): readonly MenuEntry[] {
  const { filter, onlyProblems = false } = model.view.peek();
  const saved = model.scope.peek()?.savedFilters ?? [];
  const item = ({ name, filter: wanted }: Preset): MenuEntry => ({
    kind: "item",
    label: name,
    checked: !onlyProblems && filter.trim() === wanted.trim(),
    isRadio: true,
    run: () => model.change({ filter: wanted, onlyProblems: false }),
  });
  return [
    item({ name: t("All Runs"), filter: "" }),
    ...presets().map(item),
    {
      kind: "item",
      label: t("Has Problems"),
      checked: onlyProblems,
      isRadio: true,
      run: () => model.change({ filter: "", onlyProblems: true }),
    },
    ...(saved.length > 0 ? [LINE, { kind: "heading", label: t("Saved Filters") } as const, ...saved.map(item)] : []),
    LINE,
    {
      kind: "item",
      label: t("Save Filter…"),
      icon: "save",
      isOff: filter.trim() === "",
      run: () => actions.saveFilter(),
    },
  ];
}
