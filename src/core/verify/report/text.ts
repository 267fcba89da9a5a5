import type { RuleId, Severity } from "../../model/finding.ts";
import { visibleText } from "../../model/visibleText.ts";
import { counts } from "../counts.ts";
import { type FoldedFindings, foldFindings } from "../folded.ts";
import type { Rule } from "../rule.ts";
import type { Verification } from "../verified.ts";
import { totals, verdictOf } from "../words.ts";
import { placeText } from "./place.ts";

export interface TextStyle {
  readonly bold: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Places named of a rule before the rest is counted: what matters less takes less room. */
const NAMED: Readonly<Record<Severity, number>> = { error: 3, warning: 1, info: 1 };

/** For a terminal: the verdict, totals, then `path:line: severity RULE message`, repeats folded unless `all`. */
export function textReport(
  verification: Verification,
  rules: ReadonlyMap<RuleId, Rule>,
  options: { readonly all: boolean; readonly style: TextStyle },
): string {
  const { style } = options;
  const sum = totals(verification);
  const lines = [
    style.bold(visibleText(verdictOf(verification))),
    ...(sum === "" ? [] : [style.dim(`${sum}${accepted(verification)}`)]),
    ...verification.stores.flatMap(({ label, error }) =>
      error === null ? [] : [`${visibleText(label)}: ${visibleText(error)}`],
    ),
    ...foldFindings(verification, "rule").flatMap((folded) => foldedLines(folded, rules.get(folded.rule), options)),
  ];
  return `${lines.join("\n")}\n`;
}

function foldedLines(
  { severity, rule: id, all, count, runs }: FoldedFindings,
  rule: Rule | undefined,
  options: { readonly all: boolean; readonly style: TextStyle },
): string[] {
  const { style } = options;
  const shown = options.all ? all : all.slice(0, NAMED[severity]);
  const lines = shown.map(
    (finding) => `${placeText(finding)}: ${style[severity](severity)} ${id} ${visibleText(finding.message)}`,
  );
  const rest = count - shown.length;
  const more = rest === 0 ? "" : style.dim(`… and ${rest.toLocaleString("en-US")} more like it${inRuns(runs)}`);
  // Where one place speaks for all, it takes one line; a note needs no remedy.
  if (more !== "" && lines.length === 1) lines[0] += ` ${more}`;
  else if (more !== "") lines.push(`  ${more}`);
  if (rule !== undefined && severity !== "info") lines.push(style.dim(`  ${rule.mend}`));
  return lines;
}

function accepted({ accepted: count, config }: Verification): string {
  return count === 0 || config === null ? "" : `; ${count} more accepted by ${config}`;
}

function inRuns(runs: number): string {
  return runs > 1 ? `, in ${counts(runs, "run")} in all` : "";
}
