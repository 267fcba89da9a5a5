import { shortNumber } from "../../../core/model/numberText.ts";
import { t } from "../l10n.ts";
import type { ChartData } from "./chartData.ts";
import type { ChartLine } from "./chartLine.ts";

/** A chart in words, for those who do not see it. */
export function chartWords(title: string, lines: readonly ChartLine[], data: ChartData): string {
  const y = data.lines[0]?.filter((value) => typeof value === "number") ?? [];
  if (lines.length > 1) return t("{0} of {1} runs by {2}", title, lines.length, axisWord(data));
  return t("{0} by {1}: from {2} to {3}", title, axisWord(data), numberAt(y, 0), numberAt(y, y.length - 1));
}

export function axisWord(data: ChartData): string {
  return data.axis === "step" ? t("step") : t("seconds");
}

/** Where a cursor is: "step 12", "3.5 seconds". */
export function placeWords(data: ChartData, index: number): string {
  const x = data.x[index] ?? 0;
  return data.axis === "step" ? t("step {0}", x.toLocaleString("en-US")) : t("{0} seconds", shortNumber(x));
}

function numberAt(values: readonly number[], index: number): string {
  const value = values[index];
  return value === undefined ? t("nothing") : shortNumber(value);
}
