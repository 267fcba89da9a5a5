import { t } from "../../../ui/l10n.ts";
import { SHOWN_VALUES, type ShownValue } from "./metricCells.ts";

interface Props {
  readonly value: ShownValue;
  onChange(value: ShownValue): void;
}

/** Which of a metric's values are set side by side. */
export function ValueChoice({ value, onChange }: Props) {
  return (
    <label class="choice">
      {t("Metrics:")}
      <select
        class="select"
        value={value}
        onChange={(event) => onChange(SHOWN_VALUES.find((one) => one === event.currentTarget.value) ?? "last")}
      >
        <option value="last">{t("last value")}</option>
        <option value="best">{t("best value")}</option>
        <option value="min">{t("least value")}</option>
        <option value="max">{t("greatest value")}</option>
      </select>
    </label>
  );
}
