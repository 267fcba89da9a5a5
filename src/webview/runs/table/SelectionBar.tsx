import { type RunRef, refKey } from "../../../core/model/run.ts";
import type { TableFormat } from "../../../core/model/runsTable.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { perform } from "../../ui/announce.tsx";
import { shortId } from "../../ui/format/text.ts";
import { Icon } from "../../ui/Icon.tsx";
import { counted, t } from "../../ui/l10n.ts";
import type { MenuEntry } from "../../ui/menu/menuEntry.ts";
import { openMenuBelow } from "../../ui/menu/openMenu.ts";
import { selectedCount } from "./selection.ts";
import { type TableParts, useTable } from "./surface.ts";

/** What is selected and pinned, and what may be done with it; only while there is any. */
export function SelectionBar() {
  const parts = useTable();
  const { model, pinned, actions } = parts;
  model.linesVersion.value;
  const selected = selectedCount(model.selection.value, model.lines.counts?.runs ?? 0);
  const { refs, baseline } = pinned.pins.value;
  if (selected === 0 && refs.length === 0) return null;
  const facts = [
    ...(selected > 0 ? [counted(selected, "1 selected", "{0} selected")] : []),
    ...(refs.length > 0 ? [counted(refs.length, "1 pinned", "{0} pinned")] : []),
    ...(baseline === null ? [] : [t("baseline {0}", labelOf(parts, baseline))]),
  ];
  return (
    <section class="selection-bar" aria-label={t("Selected and pinned runs")}>
      <span class="selection-facts">{facts.join(" · ")}</span>
      <div class="selection-tools">
        <CompareButton parts={parts} />
        {selected > 0 && (
          <button type="button" class="text-button" onClick={() => perform(pinSelected(parts))}>
            <Icon name="pin" />
            {t("Pin")}
          </button>
        )}
        <MenuButton label={t("Copy")} icon="copy" entries={() => formats((format) => copySelected(parts, format))} />
        <MenuButton
          label={t("Export…")}
          icon="save"
          entries={() => formats((format) => exportSelected(parts, format))}
        />
        <button
          type="button"
          class="text-button"
          onClick={() => (selected > 0 ? actions.clearSelection() : perform(actions.setPinned(refs, false)))}
        >
          {selected > 0 ? t("Clear") : t("Unpin All")}
        </button>
      </div>
    </section>
  );
}

/** Compares the selected runs together with those pinned. */
function CompareButton({ parts }: { readonly parts: TableParts }) {
  const { model, pinned, onCompare } = parts;
  const selection = model.selection.value;
  const { refs } = pinned.pins.value;
  const keys = new Set(refs.map(refKey));
  if (selection.kind === "some") for (const key of selection.refs.keys()) keys.add(key);
  const all =
    selection.kind === "some"
      ? keys.size
      : Math.max(keys.size, selectedCount(selection, model.lines.counts?.runs ?? 0));
  const onClick = () => perform(pinSelected(parts).then(onCompare));
  return (
    <button type="button" class="text-button primary" disabled={all < 2} onClick={onClick}>
      <Icon name="compare" />
      {all < 2 ? t("Compare") : t("Compare {0}", all)}
    </button>
  );
}

async function pinSelected({ actions, model }: TableParts): Promise<void> {
  const refs = await actions.selectedRefs();
  if (refs === null || refs.length === 0) return;
  await actions.setPinned(refs, true);
  model.selection.value = { kind: "some", refs: new Map() };
}

function labelOf({ model }: TableParts, ref: RunRef): string {
  for (let line = 0; line < (model.lines.counts?.total ?? 0); line++) {
    const head = model.lines.head(line);
    if (head?.kind === "run" && refKey(head.row.ref) === refKey(ref)) return visibleText(head.row.label);
  }
  return shortId(ref.run);
}

function copySelected({ actions }: TableParts, format: TableFormat): void {
  perform(actions.selectedRuns().then((runs) => runs !== null && actions.copyRows(runs, format)));
}

function exportSelected({ actions }: TableParts, format: TableFormat): void {
  perform(actions.selectedRuns().then((runs) => runs !== null && actions.exportRows(runs, format)));
}

function formats(run: (format: TableFormat) => void): readonly MenuEntry[] {
  return [
    { kind: "item", label: t("As Markdown"), run: () => run("markdown") },
    { kind: "item", label: t("As CSV"), run: () => run("csv") },
    { kind: "item", label: t("As JSON"), run: () => run("json") },
  ];
}

interface MenuButtonProps {
  readonly label: string;
  readonly icon: "copy" | "save";
  entries(): readonly MenuEntry[];
}

function MenuButton({ label, icon, entries }: MenuButtonProps) {
  return (
    <button
      type="button"
      class="text-button"
      aria-haspopup="menu"
      onClick={({ currentTarget: opener }) => openMenuBelow(opener, label, entries())}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
}
