import { shortNumber } from "../../../core/model/numberText.ts";
import { exactNumber } from "../format/number.ts";
import { t } from "../l10n.ts";
import type { ChartData } from "./chartData.ts";
import type { ChartLine } from "./chartLine.ts";
import { Swatch } from "./Swatch.tsx";
import { placeWords } from "./words.ts";

interface Props {
  readonly lines: readonly ChartLine[];
  readonly data: ChartData;
  readonly cursor: number | null;
  /** The mouse is on a line's name; null once it leaves. */
  onPoint(line: number | null): void;
}

/** From here on a legend scrolls. */
const MANY = 12;

/** The values under the cursor, else the last ones. With several lines also which is which. */
export function Legend({ lines, data, cursor, onPoint }: Props) {
  const many = lines.length > MANY;
  const place = cursor === null ? t("last") : placeWords(data, cursor);
  return (
    // With many lines it scrolls, so it is a tab stop and has a name.
    <div
      class={many ? "legend many" : "legend"}
      {...(many && { tabIndex: 0, role: "group", "aria-label": t("Legend") })}
    >
      <span class="legend-place dim">{place}</span>
      {lines.map(({ label, look }, line) => {
        const value = cursor === null ? lastValue(data, line) : data.lines[line]?.[cursor];
        const shown = typeof value === "number" ? shortNumber(value) : "–";
        return (
          <span
            key={look}
            class="legend-item"
            title={`${label}\n${typeof value === "number" ? exactNumber(value) : t("no value here")}`}
            onPointerEnter={() => onPoint(line)}
            onPointerLeave={() => onPoint(null)}
          >
            {lines.length > 1 && <Swatch index={look} />}
            {lines.length > 1 && <span class="legend-label">{label}</span>}
            <span class="legend-value">{shown}</span>
          </span>
        );
      })}
    </div>
  );
}

function lastValue(data: ChartData, line: number): number | undefined {
  return data.lines[line]?.findLast((value) => typeof value === "number") ?? undefined;
}
