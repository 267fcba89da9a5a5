import type { Finding, RuleId } from "../../model/finding.ts";
import { counts } from "../counts.ts";
import { foldFindings } from "../folded.ts";
import type { Area, Rule } from "../rule.ts";
import { severityRank, type Verification } from "../verified.ts";
import { totals, verdictOf } from "../words.ts";
import { placeText } from "./place.ts";

export interface MarkdownOptions {
  /** Where a finding's file is opened; null for no link. */
  readonly link: (finding: Finding) => string | null;
}

/** Places listed of a folded finding; a report is for reading, `--format json` has them all. */
const PLACES = 20;

/** A report to read: the verdict, totals an area, then each finding with reason, place and remedy. */
export function markdownReport(
  verification: Verification,
  rules: ReadonlyMap<RuleId, Rule>,
  options: MarkdownOptions,
): string {
  const parts = [`# ${escaped(verdictOf(verification))}`];
  const sum = totals(verification);
  if (sum !== "") parts.push(`${sum}.`, areaTable(verification, rules));
  for (const store of verification.stores) {
    if (store.error !== null) parts.push(`**${escaped(store.label)}**: ${escaped(store.error)}`);
  }
  if (verification.config !== null) {
    const accepted = verification.accepted === 0 ? "" : `; it accepts ${counts(verification.accepted, "finding")}`;
    parts.push(`Heeded: \`${verification.config}\`${accepted}.`);
  }
  for (const folded of foldFindings(verification, "rule")) parts.push(...section(folded, rules, options));
  return `${parts.join("\n\n")}\n`;
}

function areaTable(verification: Verification, rules: ReadonlyMap<RuleId, Rule>): string {
  const areas = new Map<Area, [number, number, number]>();
  for (const { rule, severity, count } of foldFindings(verification, "rule")) {
    const area = rules.get(rule)?.area;
    if (area === undefined) continue;
    const row = areas.get(area) ?? [0, 0, 0];
    row[severityRank(severity)] = (row[severityRank(severity)] ?? 0) + count;
    areas.set(area, row);
  }
  const head = "| Area | Errors | Warnings | Notes |\n| --- | ---: | ---: | ---: |";
  return [head, ...[...areas].map(([area, row]) => `| ${area} | ${row.join(" | ")} |`)].join("\n");
}

function section(
  { rule: id, severity, all, count, runs }: ReturnType<typeof foldFindings>[number],
  rules: ReadonlyMap<RuleId, Rule>,
  { link }: MarkdownOptions,
): string[] {
  const rule = rules.get(id);
  const where = runs > 1 ? ` (${counts(runs, "run")})` : "";
  const head = `## ${severity}: ${escaped(rule?.title ?? id)}${where} \`${id}\``;
  const lines = all.slice(0, PLACES).map((finding) => {
    const address = link(finding);
    const place = escaped(placeText(finding));
    const linked = address === null ? `\`${place}\`` : `[${place}](<${addressText(address)}>)`;
    return `- ${linked}: ${escaped(finding.message)}`;
  });
  if (count > lines.length) lines.push(`- … and ${counts(count - lines.length, "more place")}`);
  return [head, ...(rule === undefined ? [] : [`${escaped(rule.why)} ${escaped(rule.mend)}`]), lines.join("\n")];
}

function escaped(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ").replace(/[\\`*_[\]<>&|~$!#]/g, (found) => `\\${found}`);
}

/** Nothing in it may end the link. */
function addressText(link: string): string {
  return link.replace(/[<>\r\n\\]/g, (found) => encodeURIComponent(found));
}
