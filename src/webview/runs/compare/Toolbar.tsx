import type { CompareState } from "../../../protocol/compare.ts";
import { FilterBox } from "../../ui/FilterBox.tsx";
import { count } from "../../ui/format/number.ts";
import { Icon } from "../../ui/Icon.tsx";
import { counted, t } from "../../ui/l10n.ts";
import { ToleranceField } from "./metrics/ToleranceField.tsx";
import { ValueChoice } from "./metrics/ValueChoice.tsx";
import type { ShownComparison } from "./shownComparison.ts";
import "./Toolbar.css";

interface Props {
  readonly shown: ShownComparison;
  readonly runsAsRows: boolean;
  /** "3 of 14", or how many there are. */
  readonly differences: string;
  choose(change: Partial<CompareState>): void;
  onDifference(by: 1 | -1): void;
}

/** What narrows the grid, turns it round and leads through it. */
export function Toolbar({
  shown: { groups, state, comparison },
  runsAsRows,
  differences,
  choose,
  onDifference,
}: Props) {
  const equal = groups.reduce((sum, group) => sum + group.equal, 0);
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const only = state.onlyDifferences;
  const many = comparison.runs.length > 1;
  return (
    <div class="toolbar">
      {many && (
        <label class="check">
          <input
            type="checkbox"
            checked={only}
            onChange={(event) => choose({ onlyDifferences: event.currentTarget.checked })}
          />
          {t("Only differences")}
          {only && equal > 0 && <span class="dim">{t("({0} equal hidden)", count(equal))}</span>}
        </label>
      )}
      {many && (
        <span class="steps">
          <span class="dim">{differences}</span>
          <Step by={-1} title={t("Previous difference (Shift+F7)")} onDifference={onDifference} />
          <Step by={1} title={t("Next difference (F7)")} onDifference={onDifference} />
        </span>
      )}
      {comparison.metrics.length > 0 && <ValueChoice value={state.value} onChange={(value) => choose({ value })} />}
      {many && comparison.metrics.length > 0 && (
        <ToleranceField tolerance={state.tolerance} onChange={(tolerance) => choose({ tolerance })} />
      )}
      <button
        type="button"
        class="text-button"
        aria-pressed={runsAsRows}
        onClick={() => choose({ runsAsRows: !runsAsRows })}
      >
        <Icon name="transpose" />
        {t("Runs as rows")}
      </button>
      <FilterBox
        value={state.filter}
        placeholder={t("Filter metrics, params and tags")}
        result={counted(rows, "{0} row", "{0} rows")}
        onChange={(filter) => choose({ filter })}
      />
    </div>
  );
}

interface StepProps {
  readonly by: 1 | -1;
  readonly title: string;
  onDifference(by: 1 | -1): void;
}

function Step({ by, title, onDifference }: StepProps) {
  return (
    <button type="button" class="icon-button" title={title} aria-label={title} onClick={() => onDifference(by)}>
      <Icon name={by < 0 ? "up" : "down"} />
    </button>
  );
}
