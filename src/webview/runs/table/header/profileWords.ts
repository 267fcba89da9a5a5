import type { Column, ColumnProfile } from "../../../../core/model/runsTable.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import { exactNumber } from "../../../ui/format/number.ts";
import { duration, moment } from "../../../ui/format/time.ts";
import { counted, t } from "../../../ui/l10n.ts";
import { statusWord } from "../../../ui/statusWords.ts";
import { isStatus } from "../cells/statusCell.ts";
import { columnTitle, kindTitle, valueTitle } from "../columns/columnTitle.ts";

/** Of a value so much is said in a list of several. */
const LONGEST = 60;

/** A column in words, a fact a line: for hovering over its header, and for screen readers. */
export function profileLines(column: Column, profile: ColumnProfile | undefined): readonly string[] {
  const kind = column.kind === "attribute" ? [] : [kindTitle(column.kind)];
  if (column.kind === "metric") kind.push(valueTitle(column.value));
  const head = [columnTitle(column), ...(kind.length > 0 ? [kind.join(", ")] : [])];
  if (profile === undefined) return [...head, t("No run has it.")];
  return [...head, ...goalLine(profile), ...presence(profile), ...spreadLine(column, profile)];
}

function goalLine({ goal }: ColumnProfile): string[] {
  if (goal === "min") return [t("Lower is better: longer bars are lower values.")];
  return goal === "max" ? [t("Higher is better.")] : [];
}

function presence({ present, missing, distinct, constant }: ColumnProfile): string[] {
  const runs = present + missing;
  if (constant) return [counted(runs, "The one run has it.", "The same in all {0} runs.")];
  const has =
    missing === 0
      ? counted(runs, "The one run has it.", "All {0} runs have it.")
      : t("{0} of {1} runs have it; {2} miss it.", present, runs, missing);
  return [`${has} ${counted(distinct, "One value.", "{0} different values.")}`];
}

function spreadLine({ kind, value }: Column & { readonly value?: unknown }, profile: ColumnProfile): string[] {
  const { range, top, present } = profile;
  if (range !== null) {
    const [least, greatest] = range.map((end) => readable(end, profile));
    const line = t("From {0} to {1}", least ?? "", greatest ?? "");
    return [kind === "metric" && value !== "last" ? t("Last values: {0}", line) : line];
  }
  const shown = top.reduce((sum, { count }) => sum + count, 0);
  const lines = top.map(({ value: text, count }) => `${valueText(text, profile)}: ${count}`);
  return shown < present ? [...lines, t("others: {0}", present - shown)] : lines;
}

function readable(value: number, { type }: ColumnProfile): string {
  if (type === "time") return moment(value);
  return type === "duration" ? duration(value) : exactNumber(value);
}

/** A frequent value of a column, as it is called in its cells. */
export function valueText(text: string, { type }: Pick<ColumnProfile, "type">): string {
  if (type === "status" && isStatus(text)) return statusWord(text);
  if (text === "") return t("(empty)");
  const shown = visibleText(text.slice(0, LONGEST));
  return text.length > LONGEST ? `${shown}…` : shown;
}
