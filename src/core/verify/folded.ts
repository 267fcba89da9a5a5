import type { Finding, RuleId, Severity } from "../model/finding.ts";
import { sortFindings } from "./verified.ts";

/** Findings of one rule and severity in one experiment (or beside all): the first speaks for the rest. */
export interface FoldedFindings {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly first: Finding;
  readonly all: readonly Finding[];
  /** Different runs among them. */
  readonly runs: number;
}

/** Folds equal findings; `by`: of one experiment, or wherever they lie. Worst first. */
export function foldFindings(findings: readonly Finding[], by: "experiment" | "rule"): FoldedFindings[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of sortFindings(findings)) {
    const place = by === "rule" ? [] : [finding.store, finding.experiment];
    const key = [finding.severity, finding.rule, ...place].join("\n");
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const runs = new Set(
      all.map(({ store, experiment, run }) => (run === null ? null : `${store}\n${experiment}\n${run}`)),
    );
    runs.delete(null);
    return [{ rule: first.rule, severity: first.severity, first, all, runs: runs.size }];
  });
}
