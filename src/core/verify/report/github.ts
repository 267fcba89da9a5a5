import type { RuleId, Severity } from "../../model/finding.ts";
import { counts } from "../counts.ts";
import { foldFindings } from "../folded.ts";
import type { Rule } from "../rule.ts";
import type { Verification } from "../verified.ts";
import { verdictOf } from "../words.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** GitHub's workflow commands: an annotation a rule and experiment, because ten of a kind are shown at most. */
export function githubReport(verification: Verification, rules: ReadonlyMap<RuleId, Rule>): string {
  const lines = foldFindings(verification, "experiment").map(({ first, count, severity, rule }) => {
    const place = [`file=${property(first.file)}`, ...(first.line === null ? [] : [`line=${first.line}`])];
    const more = count > 1 ? ` (and ${counts(count - 1, "more finding")} like it)` : "";
    const title = property(`${rule} ${rules.get(rule)?.title ?? ""}`.trim());
    return `::${COMMANDS[severity]} ${[...place, `title=${title}`].join(",")}::${data(`${first.message}${more}`)}`;
  });
  return `${[...lines, data(verdictOf(verification))].join("\n")}\n`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
