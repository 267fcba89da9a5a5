import type { Delta } from "../../../../core/compare/delta.ts";
import { exactNumber } from "../../../ui/format/number.ts";
import { t } from "../../../ui/l10n.ts";
import { absoluteText, relativeText } from "./deltaText.ts";
import type { Standing } from "./metricCells.ts";

interface Props {
  readonly delta: Delta;
  readonly standing: Standing;
}

/** `−0.0154 (−3.6 %) ↓ better`: never by colour alone. */
export function DeltaLine({ delta, standing }: Props) {
  const relative = relativeText(delta);
  const absolute = absoluteText(delta);
  return (
    <span class="delta" title={t("{0} against the baseline", exactNumber(delta.absolute))}>
      {delta.absolute !== 0 && (
        <>
          <span class="delta-numbers">{relative === null ? absolute : `${absolute} (${relative})`}</span>{" "}
        </>
      )}
      <span class="delta-word">
        {standing !== "same" && <span aria-hidden="true">{delta.absolute < 0 ? "↓" : "↑"} </span>}
        {wordOf(standing)}
      </span>
    </span>
  );
}

function wordOf(standing: Standing): string {
  switch (standing) {
    case "better":
      return t("better");
    case "worse":
      return t("worse");
    case "higher":
      return t("higher");
    case "lower":
      return t("lower");
    default:
      return t("same");
  }
}
