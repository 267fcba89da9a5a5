import { shortNumber } from "../../../../core/model/numberText.ts";
import { t } from "../../l10n.ts";
import type { CursorValue } from "./cursorValues.ts";
import type { Line } from "./line.ts";
import type { LineModel } from "./model.ts";

/** A chart in words, for those who do not see it. */
export function lineWords({ title, x }: LineModel, lines: readonly Line[]): string {
  const [first] = lines;
  if (first === undefined || lines.length > 1) return t("{0} of {1} runs by {2}", title, lines.length, x.title);
  const values = first.y.filter(Number.isFinite);
  return t("{0} by {1}: from {2} to {3}", title, x.title, numberText(values[0]), numberText(values.at(-1)));
}

function numberText(value: number | undefined): string {
  return value === undefined ? t("nothing") : shortNumber(value);
}

const SAID = 8;

/** What is under the cursor, in one sentence. */
export function readoutWords(place: string, values: readonly CursorValue[]): string {
  const said = values.slice(0, SAID).map(({ line, value }) => `${line.label} ${shortNumber(value)}`);
  const rest = values.length - said.length;
  return `${place}: ${[...said, ...(rest > 0 ? [t("and {0} more", rest)] : [])].join(", ")}`;
}
