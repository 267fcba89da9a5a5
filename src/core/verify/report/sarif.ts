import type { Finding, RuleId, Severity } from "../../model/finding.ts";
import { counts } from "../counts.ts";
import type { Rule } from "../rule.ts";
import { baselineEntry } from "../settings.ts";
import { sortFindings, type Verification } from "../verified.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** GitHub keeps so many results of a run; the worst come first. */
const RESULTS = 25_000;

/** SARIF 2.1.0 (OASIS standard): one run, its rules, a result a finding. */
export function sarifReport(verification: Verification, rules: ReadonlyMap<RuleId, Rule>, version: string) {
  const known = [...rules.values()];
  const place = new Map(known.map(({ id }, i) => [id, i]));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "mlflow-runs", version, rules: known.map(ruleSarif) } },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: verification.unfinished === null, ...notifications(verification) }],
        results: sortFindings(verification.findings)
          .slice(0, RESULTS)
          .map((finding) => resultSarif(finding, place.get(finding.rule) ?? -1)),
      },
    ],
  };
}

/** Findings that are counted and not listed. */
function notifications({ findings, untold }: Verification) {
  const more = untold.reduce((sum, { count }) => sum + count, Math.max(0, findings.length - RESULTS));
  if (more === 0) return {};
  const text = `${counts(more, "more finding")} of the same rules are not listed.`;
  return { toolExecutionNotifications: [{ level: "note", message: { text } }] };
}

function ruleSarif({ id, title, why, mend, area }: Rule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} ${mend}` },
    properties: { tags: [area] },
  };
}

function resultSarif(finding: Finding, ruleIndex: number) {
  const { rule, severity, message, file, line, column } = finding;
  const region =
    line === null ? {} : { region: { startLine: line, ...(column === null ? {} : { startColumn: column }) } };
  const artifactLocation = { uri: file.split("/").map(encodeURIComponent).join("/") || "." };
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, ...region } }],
    partialFingerprints: { "mlflowRuns/v1": `${baselineEntry(finding)} ${line ?? ""}`.trim() },
  };
}
