import { countText } from "../../model/numberText.ts";
import type { Verdict, VerdictPart } from "../../model/verdict.ts";
import type { Sheet, SheetCell, SheetSection } from "../sheet.ts";
import { markdownCode, markdownTable, markdownText } from "./markdownText.ts";

const TITLES: Readonly<Record<SheetSection["kind"], string>> = {
  metrics: "Metrics",
  params: "Params",
  tags: "Tags",
  attributes: "Attributes",
  datasets: "Datasets",
  model: "Model",
  inputs: "Model inputs",
  outputs: "Model outputs",
  packages: "Packages",
};

/** Characters of a value in a table that people read. */
const LONGEST = 200;

/** A comparison for a pull request: the verdict, then a table of each part, a column a run. */
export function comparisonMarkdown({ parts }: Verdict, { runs, sections }: Sheet): string {
  const tables = sections.map((section) => sectionText(section, runs));
  return [`${parts.map(partText).join("")}\n`, ...tables].join("\n");
}

function partText(part: VerdictPart): string {
  return part.kind === "text" || part.kind === "number" ? markdownText(part.text) : markdownCode(part.text);
}

function sectionText({ kind, rows, hidden, cut }: SheetSection, runs: readonly string[]): string {
  const title = TITLES[kind];
  const same = hidden === 1 ? "1 is the same in all runs" : `${countText(hidden)} are the same in all runs`;
  const left = cut > 0 ? [`${countText(cut)} more are left out`] : [];
  const untold = [...(hidden > 0 ? [same] : []), ...left].join("; ");
  if (rows.length === 0) return `**${title}**: ${untold}.\n`;
  const isNumeric = kind === "metrics";
  const right = new Set(isNumeric ? runs.map((_, i) => i + 1) : []);
  const body = rows.map(({ key, cells }) => [markdownCode(key), ...cells.map((cell) => cellText(cell, isNumeric))]);
  const table = markdownTable([title, ...runs.map(markdownCode)], body, right);
  return untold === "" ? table : `${table}\n${untold}.\n`;
}

function cellText({ value, text, delta, isBest }: SheetCell, isNumeric: boolean): string {
  if (value === null) return "";
  if (!isNumeric) return markdownCode(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text) || '""';
  const number = isBest ? `**${text}**` : text;
  return delta === null ? number : `${number} (${delta})`;
}
