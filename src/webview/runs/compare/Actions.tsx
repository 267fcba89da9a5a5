import { useContext } from "preact/hooks";
import { comparisonMarkdown } from "../../../core/compare/export/comparisonMarkdown.ts";
import { sheetOf } from "../../../core/compare/sheet.ts";
import { runNames } from "../../../core/compare/verdict/names.ts";
import type { ComparedModel } from "../../../core/model/comparedParts.ts";
import type { RunRef } from "../../../core/model/run.ts";
import type { Verdict } from "../../../core/model/verdict.ts";
import type { RunRow } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import { perform } from "../../ui/announce.tsx";
import { useCopy } from "../../ui/copy.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
import type { MenuEntry } from "../../ui/menu/menuEntry.ts";
import { openMenuBelow } from "../../ui/menu/openMenu.ts";
import { IsFile, useHost } from "../context.ts";
import { attributeText } from "./parts/readable.ts";
import type { ShownComparison } from "./shownComparison.ts";

interface Props {
  readonly shown: ShownComparison;
  readonly models: readonly ComparedModel[];
  readonly verdict: Verdict;
}

/** What a comparison ends in: a text for a pull request, an address, a file to hand on. */
export function Actions({ shown, models, verdict }: Props) {
  const host = useHost();
  const copy = useCopy();
  const isFile = useContext(IsFile);
  return (
    <div class="actions">
      <button type="button" class="text-button" onClick={() => copy(markdown(shown, models, verdict))}>
        <Icon name="copy" />
        {t("Copy as Markdown")}
      </button>
      {!isFile && (
        <>
          <EditNote runs={shown.comparison.runs} />
          <button type="button" class="text-button" onClick={() => perform(host.ask("copyLink"))}>
            <Icon name="link" />
            {t("Copy Link")}
          </button>
          <button type="button" class="text-button" onClick={() => perform(host.ask("exportPage"))}>
            <Icon name="save" />
            {t("Export…")}
          </button>
        </>
      )}
    </div>
  );
}

/** Of several runs it asks whose. */
function EditNote({ runs }: { readonly runs: readonly RunRow[] }) {
  const host = useHost();
  const edit = (ref: RunRef) => perform(host.ask("editNote", ref));
  const entries = runs.map(({ ref, label }): MenuEntry => {
    return { kind: "item", label: visibleText(label), run: () => edit(ref) };
  });
  const [only] = runs;
  return (
    <button
      type="button"
      class="text-button"
      aria-haspopup={runs.length > 1 ? "menu" : undefined}
      onClick={({ currentTarget: opener }) => {
        if (only !== undefined && runs.length === 1) edit(only.ref);
        else openMenuBelow(opener, t("Edit Note"), entries);
      }}
    >
      <Icon name="pencil" />
      {t("Edit Note…")}
    </button>
  );
}

/** What is shown, as tables: only what differs where only that is shown. */
function markdown(
  { comparison, baseline, state }: ShownComparison,
  models: readonly ComparedModel[],
  verdict: Verdict,
): string {
  const options = { all: !state.onlyDifferences, baseline, attribute: attributeText, t };
  return comparisonMarkdown(verdict, sheetOf(comparison, models, runNames(comparison), options));
}
