import type { Finding, RuleId } from "../../model/finding.ts";
import type { Rule } from "../rule.ts";
import { severityRank, sortFindings, type Verification } from "../verified.ts";
import { placeText } from "./place.ts";

/** Findings written out in one failure; the rest is counted. */
const WRITTEN = 100;

/** JUnit's XML: a test case a rule; it fails by findings as bad as asked. */
export function junitReport(
  verification: Verification,
  rules: ReadonlyMap<RuleId, Rule>,
  failOn: Finding["severity"],
): string {
  const byRule = new Map<RuleId, Finding[]>();
  const counted = ({ severity }: Pick<Finding, "severity">): boolean => severityRank(severity) <= severityRank(failOn);
  for (const finding of sortFindings(verification.findings.filter(counted))) {
    const known = byRule.get(finding.rule);
    if (known) known.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const untold = new Map<RuleId, number>();
  for (const { rule, count } of verification.untold.filter(counted)) untold.set(rule, (untold.get(rule) ?? 0) + count);
  const cases = [...rules.values()].map((rule) => testCase(rule, byRule.get(rule.id) ?? [], untold.get(rule.id) ?? 0));
  const unfinished = verification.unfinished;
  if (unfinished !== null) {
    cases.push(`    <testcase classname="verify" name="finished">\n${error(unfinished)}    </testcase>\n`);
  }
  const failures = byRule.size;
  const errors = unfinished === null ? 0 : 1;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mlflow-runs verify" ${counts}>
  <testsuite name="mlflow-runs verify" ${counts} skipped="0" time="0">
${cases.join("")}  </testsuite>
</testsuites>
`;
}

function testCase({ id, area, title }: Rule, findings: readonly Finding[], untold: number): string {
  const count = findings.length + untold;
  const attributes = `classname="verify.${area}" name="${escaped(`${id} ${title}`)}" time="0"`;
  if (findings.length === 0) return `    <testcase ${attributes}/>\n`;
  const lines = findings.slice(0, WRITTEN).map((finding) => `${placeText(finding)}: ${finding.message}`);
  if (count > lines.length) lines.push(`… and ${count - lines.length} more`);
  const message = escaped(`${count} × ${title}`);
  const body = escaped(lines.join("\n"));
  return `    <testcase ${attributes}>\n      <failure type="${id}" message="${message}">${body}</failure>\n    </testcase>\n`;
}

function error(reason: string): string {
  return `      <error type="unfinished" message="${escaped(reason)}"/>\n`;
}

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters that XML 1.0 has no place for are shown as a replacement mark. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replace(/[&<>"']/g, (char) => NAMED[char] ?? char)
  );
}
