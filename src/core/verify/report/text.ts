import type { RuleId } from "../../model/finding.ts";
import { visibleText } from "../../model/visibleText.ts";
import { counts } from "../counts.ts";
import { foldFindings } from "../folded.ts";
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

/** Places named of a rule before the rest is counted. */
const NAMED = 3;

/** For a terminal: the verdict, totals, then `path:line: severity RULE message`, repeats folded unless `all`. */
export function textReport(
  verification: Verification,
  rules: ReadonlyMap<RuleId, Rule>,
  options: { readonly all: boolean; readonly style: TextStyle },
): string {
  const { style, all } = options;
  const lines = [style.bold(verdictOf(verification))];
  const sum = totals(verification.findings);
  if (sum !== "") lines.push(style.dim(`${sum}${accepted(verification)}`));
  for (const folded of foldFindings(verification.findings, "rule")) {
    const { severity, rule } = folded;
    const shown = all ? folded.all : folded.all.slice(0, severity === "info" ? 1 : NAMED);
    for (const finding of shown) {
      lines.push(`${placeText(finding)}: ${style[severity](severity)} ${rule} ${visibleText(finding.message)}`);
    }
    const rest = folded.all.length - shown.length;
    if (rest > 0) lines.push(style.dim(`  … and ${rest.toLocaleString("en-US")} more like it${inRuns(folded.runs)}`));
    const mend = rules.get(rule)?.mend;
    if (mend !== undefined && severity !== "info") lines.push(style.dim(`  ${mend}`));
  }
  return `${lines.join("\n")}\n`;
}

function accepted({ accepted: count, config }: Verification): string {
  return count === 0 || config === null ? "" : `; ${count} more accepted by ${config}`;
}

function inRuns(runs: number): string {
  return runs > 1 ? `, in ${counts(runs, "run")} in all` : "";
}
