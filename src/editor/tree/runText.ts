import { shortNumber } from "../../core/model/numberText.ts";
import type { RunRow } from "../../core/model/views.ts";
import { counted, t } from "../base/l10n.ts";
import { printable, shorten } from "./markdown.ts";
import { statusWord } from "./status.ts";
import { age, ago } from "./time.ts";

/** What a run's dimmed text may hold (setting `mlflowRuns.tree.description`), in this order. */
export type DescriptionPart = "metric" | "params" | "age";

export function runLabel(row: RunRow): string {
  return printable(row.label);
}

/** The dimmed text after a run's label; what is wrong or unusual comes first. */
export function runDescription(row: RunRow, parts: readonly DescriptionPart[], now: number): string {
  const texts = [...unusual(row)];
  for (const part of parts) texts.push(...described(row, part, now));
  return texts.join(" · ");
}

function unusual(row: RunRow): string[] {
  const texts: string[] = [];
  if (row.lifecycle === "deleted") texts.push(t("deleted"));
  if (row.status === "unreadable") texts.push(t("unreadable"));
  else if (row.problems > 0) texts.push(problemCount(row.problems));
  if (row.status === "unfinished") texts.push(t("unfinished"));
  return texts;
}

function described(row: RunRow, part: DescriptionPart, now: number): string[] {
  if (part === "metric") return row.primary === null ? [] : [primaryText(row.primary)];
  if (part === "params") return row.telling.map(({ key, value }) => `${shorten(key, 24)} ${shorten(value, 24)}`);
  return row.start === null ? [] : [age(row.start, now)];
}

function primaryText(primary: NonNullable<RunRow["primary"]>): string {
  return `${shorten(primary.key, 32)} ${shortNumber(primary.value)}${primary.best ? " ★" : ""}`;
}

export function problemCount(count: number): string {
  return counted(count, t("1 problem"), t("{0} problems"));
}

/** What a screen reader says of a run. */
export function runSpoken(row: RunRow, now: number): string {
  const texts = [runLabel(row), statusWord(row.status)];
  if (row.lifecycle === "deleted") texts.push(t("deleted"));
  if (row.primary !== null) {
    texts.push(`${row.primary.key} ${shortNumber(row.primary.value)}`);
    if (row.primary.best) texts.push(t("best of its experiment"));
  }
  for (const { key, value } of row.telling) texts.push(`${key} ${shorten(value, 40)}`);
  if (row.start !== null) texts.push(t("started {0}", ago(row.start, now)));
  if (row.problems > 0) texts.push(problemCount(row.problems));
  return texts.join(", ");
}
