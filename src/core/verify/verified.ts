import type { Finding, Severity } from "../model/finding.ts";
import type { Untold } from "./sifted.ts";
import type { Target } from "./target.ts";

/** A store in a verification. */
export interface VerifiedStore {
  readonly key: string;
  /** Path below the folder verified. */
  readonly label: string;
  readonly experiments: number;
  readonly runs: number;
  /** Why nothing of it could be read; null where it is open. */
  readonly error: string | null;
}

/** A server that was held against the stores. */
export interface VerifiedServer {
  /** Without user and password. */
  readonly url: string;
  /** Its MLflow; null where it did not say. */
  readonly version: string | null;
}

/** What came of a verification. */
export interface Verification {
  readonly target: Target;
  readonly stores: readonly VerifiedStore[];
  /** Of each rule and store the first `PLACES_KEPT`. */
  readonly findings: readonly Finding[];
  /** The rest of them, in number. */
  readonly untold: readonly Untold[];
  /** Runs with an error: of those the data, or the target, lost something. */
  readonly damagedRuns: number;
  /** Findings that the baseline or severities of the config left out. */
  readonly accepted: number;
  /** The config that was heeded, as a path below the folder verified; null for none. */
  readonly config: string | null;
  /** Why it did not come to its end; null where it did. */
  readonly unfinished: string | null;
  /** Left out where none was asked. */
  readonly server?: VerifiedServer;
}

const RANK: readonly Severity[] = ["error", "warning", "info"];

export function severityRank(severity: Severity): number {
  return RANK.indexOf(severity);
}

/** How many findings of a severity there are, those counted alone included. */
export function countOf({ findings, untold }: Pick<Verification, "findings" | "untold">, severity: Severity): number {
  const kept = findings.filter((finding) => finding.severity === severity).length;
  return untold.reduce((sum, one) => (one.severity === severity ? sum + one.count : sum), kept);
}

/** Whether any finding is at least so bad. */
export function reaches(findings: readonly Finding[], least: Severity): boolean {
  return findings.some(({ severity }) => severityRank(severity) <= severityRank(least));
}

/** Worst first, then by rule and place; the same for the same findings. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const text = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...findings].sort(
    (a, b) =>
      severityRank(a.severity) - severityRank(b.severity) ||
      text(a.rule, b.rule) ||
      text(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0),
  );
}
