import { shortNumber } from "../../../../core/model/numberText.ts";
import type { CellStats, ColumnType } from "../../../../core/model/runsTable.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { ago, day, duration } from "../../../ui/format/time.ts";
import { t } from "../../../ui/l10n.ts";
import type { LineCell } from "../lines/lineStore.ts";

/** Nobody sees more of one line; the whole is shown on hovering. */
const LONGEST = 300;

export const MISSING = "–";

/** What stands in a cell. */
export function cellText(value: LineCell, type: ColumnType, now: number): string {
  if (value === null) return MISSING;
  if (typeof value === "string") return value === "" ? t("(empty)") : visibleText(value.slice(0, LONGEST));
  if (typeof value === "number") return numberText(value, type, now);
  return statsText(value, type);
}

function numberText(value: number, type: ColumnType, now: number): string {
  if (type === "time") return ago(value, now);
  return type === "duration" ? duration(value) || MISSING : shortNumber(value);
}

/** "0.412 ± 0.03"; days for times. */
export function statsText({ count, mean, std, min, max }: CellStats, type: ColumnType): string {
  if (count === 0) return MISSING;
  if (type === "time") return min === null || max === null ? MISSING : days(min, max);
  if (mean === null) return MISSING;
  const text = type === "duration" ? duration : roughNumber;
  return std === null ? text(mean) : `${text(mean)} ± ${text(std)}`;
}

/** Three significant digits: two such numbers stand in one cell. */
function roughNumber(value: number): string {
  return shortNumber(Number.isFinite(value) ? Number(value.toPrecision(3)) : value);
}

function days(min: number, max: number): string {
  const [first, last] = [day(min), day(max)];
  return first === last ? first : `${first} – ${last}`;
}
