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
  /** What else is to be said, a sentence each. */
  readonly notes?: readonly string[];
}

/** Places of a folded finding that are seen at once, and those that it unfolds to; `--format json` has them all. */
const SEEN = 5;
const UNFOLDED = 200;

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
  for (const note of options.notes ?? []) parts.push(escaped(note));
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
  return [
    head,
    ...(rule === undefined ? [] : [`${rule.why} ${rule.mend}`]),
    all.slice(0, SEEN).map(line(link)).join("\n"),
    ...unfolding(all.slice(SEEN), count - SEEN, link),
  ];
}

/** The rest of the places, behind a line that unfolds; `count` of them, some perhaps not told. */
function unfolding(rest: readonly Finding[], count: number, link: MarkdownOptions["link"]): string[] {
  if (count <= 0) return [];
  const lines = rest.slice(0, UNFOLDED).map(line(link));
  if (count > lines.length) lines.push(`- … and ${counts(count - lines.length, "more place")}`);
  return ["<details>", `<summary>… and ${counts(count, "more place")}</summary>`, lines.join("\n"), "</details>"];
}

function line(link: MarkdownOptions["link"]): (finding: Finding) => string {
  return (finding) => {
    const address = link(finding);
    const place = escaped(placeText(finding));
    const linked = address === null ? `\`${place}\`` : `[${place}](<${addressText(address)}>)`;
    return `- ${linked}: ${escaped(finding.message)}`;
  };
}

function escaped(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ").replace(/[\\`*_[\]<>&|~$!#]/g, (found) => `\\${found}`);
}

/** Nothing in it may end the link. */
function addressText(link: string): string {
  return link.replace(/[<>\r\n\\]/g, (found) => encodeURIComponent(found));
}
