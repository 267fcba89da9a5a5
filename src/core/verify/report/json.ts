import type { Finding } from "../../model/finding.ts";
import type { Untold } from "../sifted.ts";
import { targetText } from "../target.ts";
import { countOf, sortFindings, type Verification } from "../verified.ts";
import { verdictOf } from "../words.ts";

/** What `--format json` answers. */
export function jsonReport(verification: Verification) {
  const { target, stores, findings, untold, accepted, config, unfinished, damagedRuns, server } = verification;
  return {
    verdict: verdictOf(verification),
    target: targetText(target),
    unfinished,
    config,
    summary: {
      errors: countOf(verification, "error"),
      warnings: countOf(verification, "warning"),
      infos: countOf(verification, "info"),
      accepted,
      damaged_runs: damagedRuns,
    },
    ...(server === undefined ? {} : { server }),
    stores: stores.map(({ label, experiments, runs, error }) => ({ path: label, experiments, runs, error })),
    findings: sortFindings(findings).map(findingJson),
    untold: untold.map(untoldJson),
  };
}

/** One finding a line; where more are counted than listed, a last line says how many. */
export function jsonLines({ findings, untold }: Verification): string {
  const lines: object[] = sortFindings(findings).map(findingJson);
  if (untold.length > 0) lines.push({ untold: untold.map(untoldJson) });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Of each rule the first places are listed; these are counted alone. */
function untoldJson({ rule, severity, experiment, count }: Untold) {
  return { rule, severity, experiment, count };
}

/** One finding, as `json` and `jsonl` have it. */
function findingJson({ rule, severity, file, line, column, experiment, run, message, fix }: Finding) {
  return { rule, severity, file, line, column, experiment, run, message, fix: fix?.title ?? null };
}
