import type { Finding } from "../../model/finding.ts";
import { targetText } from "../target.ts";
import { sortFindings, type Verification } from "../verified.ts";
import { damagedRuns, verdictOf } from "../words.ts";

/** What `--format json` answers. */
export function jsonReport(verification: Verification) {
  const { target, stores, findings, accepted, config, unfinished } = verification;
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    verdict: verdictOf(verification),
    target: targetText(target),
    unfinished,
    config,
    summary: {
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      accepted,
      damaged_runs: damagedRuns(findings),
    },
    stores: stores.map(({ label, experiments, runs, error }) => ({ path: label, experiments, runs, error })),
    findings: sortFindings(findings).map(findingJson),
  };
}

/** One finding, as `json` and `jsonl` have it. */
export function findingJson({ rule, severity, file, line, column, experiment, run, message, fix }: Finding) {
  return { rule, severity, file, line, column, experiment, run, message, fix: fix?.title ?? null };
}
