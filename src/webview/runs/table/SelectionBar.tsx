import { type RunRef, refKey } from "../../../core/model/run.ts";
import type { TableFormat } from "../../../core/model/runsTable.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { perform } from "../../ui/announce.tsx";
import { count } from "../../ui/format/number.ts";
import { shortId } from "../../ui/format/text.ts";
import { Icon } from "../../ui/Icon.tsx";
import { counted, t } from "../../ui/l10n.ts";
import { lazily } from "../../ui/lazily.tsx";
import type { MenuEntry } from "../../ui/menu/menuEntry.ts";
import { openMenuBelow } from "../../ui/menu/openMenu.ts";
import { selectedCount } from "./selection.ts";
import { type TableParts, useTable } from "./surface.ts";
import { MOST_PINNED } from "./tableActions.ts";

const SelectionVerdict = lazily(() => import("./SelectionVerdict.tsx").then((module) => module.SelectionVerdict));

/** Of so many runs at most the verdict is told before they are compared: it is read in passing. */
const MOST_TOLD = 20;

/** What is selected and pinned, what it comes to, and what may be done with it; only while there is any. */
export function SelectionBar() {
  const parts = useTable();
  const { model, pinned, actions, host } = parts;
  model.linesVersion.value;
  const selected = selectedCount(model.selection.value, model.lines.counts?.runs ?? 0);
  const { refs, baseline } = pinned.pins.value;
  const compared = comparedRefs(parts);
  if (selected === 0 && refs.length === 0) return null;
  const facts = [
    ...(selected > 0 ? [counted(selected, "1 selected", "{0} selected")] : []),
    ...(refs.length > 0 ? [counted(refs.length, "1 pinned", "{0} pinned")] : []),
    ...(baseline === null ? [] : [t("baseline {0}", labelOf(parts, baseline))]),
  ];
  return (
    <section class="selection-bar" aria-label={t("Selected and pinned runs")}>
      <span class="selection-facts">{facts.join(" · ")}</span>
      <div class="selection-says" role="status">
        {selected + refs.length > MOST_PINNED && <p class="selection-verdict">{tooMany()}</p>}
        {compared !== null && compared.length > 1 && compared.length <= MOST_TOLD && (
          <SelectionVerdict host={host} refs={compared} baseline={baseline} version={model.linesVersion.value} />
        )}
      </div>
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
  const all =
    comparedRefs(parts)?.length ??
    Math.max(pinned.pins.value.refs.length, selectedCount(model.selection.value, model.lines.counts?.runs ?? 0));
  const onClick = () => perform(pinSelected(parts).then((arePinned) => arePinned && onCompare()));
  const isTooMany = all > MOST_PINNED;
  return (
    <button
      type="button"
      class="text-button primary"
      disabled={all < 2 || isTooMany}
      title={isTooMany ? tooMany() : undefined}
      onClick={onClick}
    >
      <Icon name="compare" />
      {all < 2 ? t("Compare") : t("Compare {0}", all)}
    </button>
  );
}

/** The pinned runs and those selected, each once; null where all are selected, which are not known one by one. */
function comparedRefs({ model, pinned }: TableParts): readonly RunRef[] | null {
  const selection = model.selection.value;
  if (selection.kind === "all") return null;
  const { refs } = pinned.pins.value;
  return [...new Map([...refs.map((ref) => [refKey(ref), ref] as const), ...selection.refs]).values()];
}

const tooMany = () => t("Up to {0} runs can be compared: select fewer, or filter.", count(MOST_PINNED));

/** Whether the selected runs are pinned now; those selected stay so where they are not. */
async function pinSelected({ actions, model }: TableParts): Promise<boolean> {
  const refs = await actions.selectedRefs();
  if (refs === null) return false;
  if (refs.length === 0) return true;
  if (!(await actions.setPinned(refs, true))) return false;
  model.selection.value = { kind: "some", refs: new Map() };
  return true;
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
