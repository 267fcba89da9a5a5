import { percentOf, toleranceOf } from "../../../../core/compare/toleranceText.ts";
import { t } from "../../../ui/l10n.ts";

interface Props {
  /** A share: 0.01 is 1 %. */
  readonly tolerance: number;
  onChange(tolerance: number): void;
}

/** How small a difference is none. What cannot be read as a percentage changes nothing. */
export function ToleranceField({ tolerance, onChange }: Props) {
  return (
    <label class="choice" title={t("Differences of metrics up to this size are shown in grey, as the same")}>
      {t("Tolerance:")}
      <span class="field">
        <input
          type="text"
          inputMode="decimal"
          size={5}
          value={percentOf(tolerance)}
          onChange={(event) => {
            const read = toleranceOf(event.currentTarget.value);
            if (read !== null) onChange(read);
            event.currentTarget.value = percentOf(read ?? tolerance);
          }}
        />
        %
      </span>
    </label>
  );
}
