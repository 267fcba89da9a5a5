import { useContext } from "preact/hooks";
import { comparisonMarkdown } from "../../../core/compare/export/comparisonMarkdown.ts";
import { sheetOf } from "../../../core/compare/sheet.ts";
import { runNames } from "../../../core/compare/verdict/names.ts";
import type { ComparedModel } from "../../../core/model/comparedParts.ts";
import type { Verdict } from "../../../core/model/verdict.ts";
import { perform } from "../../ui/announce.tsx";
import { useCopy } from "../../ui/copy.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { t } from "../../ui/l10n.ts";
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

/** What is shown, as tables: only what differs where only that is shown. */
function markdown(
  { comparison, baseline, state }: ShownComparison,
  models: readonly ComparedModel[],
  verdict: Verdict,
): string {
  const options = { all: !state.onlyDifferences, baseline, attribute: attributeText, t };
  return comparisonMarkdown(verdict, sheetOf(comparison, models, runNames(comparison), options));
}
