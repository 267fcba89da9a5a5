import type { CellStats, Column, ColumnProfile, ColumnType } from "../../../../core/model/runsTable.ts";
import type { RunRow } from "../../../../core/model/views.ts";
import { exactNumber } from "../../../ui/format/number.ts";
import { visibleLines } from "../../../ui/format/text.ts";
import { duration, moment } from "../../../ui/format/time.ts";
import { counted, t } from "../../../ui/l10n.ts";
import { statusHint, statusWord } from "../../../ui/statusWords.ts";
import type { LineCell } from "../lines/lineStore.ts";
import { isStatus } from "./statusCell.ts";
import { isBest, typeOf } from "./valueCell.ts";

/** A title of any length would hang some systems. */
const LONGEST = 2000;

/** A value in full, as it is copied. */
export function exactText(value: LineCell, type: ColumnType): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value !== "number") return value.mean === null ? "" : exactNumber(value.mean);
  return type === "time" ? moment(value) : exactNumber(value);
}

/** What is said of a cell on hovering and to screen readers: the exact value, and what is special about it. */
export function cellWords(value: LineCell, column: Column, profile: ColumnProfile | undefined): string {
  const type = typeOf(profile);
  if (value === null) return t("No value");
  if (typeof value === "object") return statsWords(value, type);
  if (column.kind === "attribute" && column.key === "status") return statusWords(String(value));
  if (typeof value === "string" || type !== "number") return shortened(readable(value, type));
  const isLast = column.kind === "metric" && column.value === "last";
  const best = isLast && isBest(value, profile) ? t("Best of {0}", profile?.present ?? 0) : null;
  return [exactNumber(value), best].filter((line) => line !== null).join("\n");
}

function statusWords(value: string): string {
  if (!isStatus(value)) return value;
  return statusHint(value) ?? statusWord(value);
}

function readable(value: string | number, type: ColumnType): string {
  if (typeof value === "string") return value === "" ? t("(empty)") : visibleLines(value.slice(0, LONGEST + 1));
  return type === "time" ? moment(value) : `${duration(value)} (${t("{0} ms", exactNumber(value))})`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function statsWords({ count, mean, std, min, max }: CellStats, type: ColumnType): string {
  if (count === 0) return t("No value");
  const exact = (value: number | null) =>
    value === null ? t("none") : type === "number" ? exactNumber(value) : readable(value, type);
  const lines = [t("Least: {0}", exact(min)), t("Greatest: {0}", exact(max))];
  if (type !== "time") {
    lines.unshift(t("Mean: {0}", exact(mean)), t("Standard deviation (n - 1): {0}", exact(std)));
  }
  return [counted(count, "1 value", "{0} values"), ...lines].join("\n");
}

/** A run's label in full, and what else its cell stands for. */
export function runWords({ label, id, problems, lifecycle }: RunRow): string {
  const lines = [shortened(visibleLines(label.slice(0, LONGEST + 1))), id.slice(0, LONGEST)];
  if (lifecycle === "deleted") lines.push(t("Deleted"));
  if (problems > 0) lines.push(counted(problems, "1 problem", "{0} problems"));
  return lines.join("\n");
}
