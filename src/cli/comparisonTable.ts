import type { Sheet, SheetCell, SheetSection } from "../core/compare/sheet.ts";
import type { Verdict } from "../core/model/verdict.ts";
import { type Style, styleFor } from "./style.ts";
import { type Cell, type Column, layOut } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { counted } from "./values.ts";

const TITLES: Readonly<Record<SheetSection["kind"], string>> = {
  metrics: "METRIC",
  params: "PARAM",
  tags: "TAG",
  attributes: "ATTRIBUTE",
  datasets: "DATASET",
  model: "MODEL",
  inputs: "MODEL INPUT",
  outputs: "MODEL OUTPUT",
  packages: "PACKAGE",
};

const KINDS: Readonly<Record<SheetSection["kind"], readonly [one: string, many: string]>> = {
  metrics: ["metric", "metrics"],
  params: ["param", "params"],
  tags: ["tag", "tags"],
  attributes: ["attribute", "attributes"],
  datasets: ["fact of datasets", "facts of datasets"],
  model: ["fact of models", "facts of models"],
  inputs: ["model input", "model inputs"],
  outputs: ["model output", "model outputs"],
  packages: ["package", "packages"],
};

/** Writes the verdict, and a table of each part below it. */
export async function writeComparisonTable(
  { sentence }: Verdict,
  { runs, sections }: Sheet,
  { out, err, width, colour }: Terminal,
): Promise<void> {
  const style = styleFor(colour);
  await out(`${style.bold(sentence)}\n`);
  let left = 0;
  for (const section of sections.filter(({ rows }) => rows.length > 0)) {
    const laid = layOut(columnsOf(section, runs, style), width, style);
    left = Math.max(left, laid.left);
    await out("\n");
    for (const line of laid.lines) await out(`${line}\n`);
  }
  const hidden = sections
    .filter((section) => section.hidden > 0)
    .map(({ kind, hidden: n }) => counted(n, ...KINDS[kind]));
  if (hidden.length > 0)
    await err(`${style.dim(`The same in all runs: ${hidden.join(", ")}; --all-keys shows them.`)}\n`);
  const cut = sections.filter((section) => section.cut > 0).map(({ kind, cut: n }) => counted(n, ...KINDS[kind]));
  if (cut.length > 0) await err(`${style.dim(`Left out, because there are too many: ${cut.join(", ")}.`)}\n`);
  if (left > 0) await err(`${style.dim(`${counted(left, "run does", "runs do")} not fit; --format csv has all.`)}\n`);
}

function columnsOf({ kind, rows }: SheetSection, runs: readonly string[], style: Style): Column[] {
  const keys: Column = { title: TITLES[kind], cells: rows.map(({ key }) => ({ text: key })) };
  const values = runs.map((title, run): Column => {
    const cells = rows.map(({ cells: { [run]: cell } }) => (cell ? shown(cell, style) : { text: "" }));
    return { title, cells, right: kind === "metrics" };
  });
  return [keys, ...values];
}

function shown({ value, text, delta, isBest }: SheetCell, style: Style): Cell {
  if (value === null) return { text: "" };
  const full = delta === null ? text : `${text} (${delta})`;
  return isBest ? { text: full, mark: style.green } : { text: full };
}
