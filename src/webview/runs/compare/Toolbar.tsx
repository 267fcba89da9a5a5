import type { Comparison } from "../../../core/model/views.ts";
import { FilterBox } from "../../ui/FilterBox.tsx";
import { count } from "../../ui/format/number.ts";
import { counted, t } from "../../ui/l10n.ts";
import type { Choices } from "../choices.ts";
import type { CompareGroup } from "./compareGroups.ts";

interface Props {
  readonly comparison: Comparison;
  readonly groups: readonly CompareGroup[];
  readonly choices: Choices;
}

/** What is compared, and what narrows it. */
export function Toolbar({ comparison, groups, choices }: Props) {
  const equal = groups.reduce((sum, group) => sum + group.equal, 0);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const only = choices.onlyDifferences.value;
  return (
    <div class="toolbar">
      <h1>{counted(comparison.runs.length, "{0} run", "{0} runs compared")}</h1>
      <label class="check">
        <input
          type="checkbox"
          checked={only}
          onChange={(event) => {
            choices.onlyDifferences.value = event.currentTarget.checked;
          }}
        />
        {t("Only differences")}
        {only && equal > 0 && <span class="dim">{t("({0} equal hidden)", count(equal))}</span>}
      </label>
      <FilterBox
        value={choices.filter.value}
        placeholder={t("Filter metrics, params and tags")}
        result={counted(rows, "{0} row", "{0} rows")}
        onChange={(filter) => {
          choices.filter.value = filter;
        }}
      />
    </div>
  );
}
