import type { Finding, RuleId, Severity } from "../model/finding.ts";

/** So many places of a rule are kept of each store; more are counted. */
export const PLACES_KEPT = 10_000;

/** Findings of one rule and severity in one experiment (or beside all) that are counted and not kept. */
export interface Untold {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly store: string | null;
  readonly experiment: string | null;
  readonly count: number;
  /** Runs that are among them and not among the findings kept. */
  readonly runs: number;
}

/** What was found: the first places of each rule one by one, the rest in number. Bounded, however much is found. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly untold: readonly Untold[];
  /** Runs with an error, each once, as `experiment\nrun`. */
  readonly damaged: readonly string[];
  /** Findings that the baseline or severities of the config left out. */
  readonly accepted: number;
}

/**
 * Takes findings as they come and keeps the first of each rule. Findings of one run come together; parts sifted apart
 * and merged in their order are the same as all sifted at once.
 */
export class Sifter {
  readonly #most: number;
  readonly #findings: Finding[] = [];
  readonly #kept = new Map<RuleId, { count: number; run: string | null }>();
  readonly #untold = new Map<string, { -readonly [K in keyof Untold]: Untold[K] }>();
  readonly #damaged = new Set<string>();
  #accepted = 0;

  constructor(most = PLACES_KEPT) {
    this.#most = most;
  }

  add(finding: Finding): void {
    const run = runKey(finding);
    if (run !== null && finding.severity === "error") this.#damaged.add(run);
    this.#place(finding, run);
  }

  accept(count = 1): void {
    this.#accepted += count;
  }

  /** What was found of a later part. */
  merge({ findings, untold, damaged, accepted }: Sifted): void {
    for (const finding of findings) this.#place(finding, runKey(finding));
    for (const one of untold) this.#count(one, one.count, one.runs);
    for (const run of damaged) this.#damaged.add(run);
    this.#accepted += accepted;
  }

  result(): Sifted {
    return {
      findings: this.#findings,
      untold: [...this.#untold].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
      damaged: [...this.#damaged],
      accepted: this.#accepted,
    };
  }

  #place(finding: Finding, run: string | null): void {
    const kept = this.#kept.get(finding.rule);
    if (kept === undefined) this.#kept.set(finding.rule, { count: 1, run });
    else if (kept.count >= this.#most) {
      this.#count(finding, 1, run === null || run === kept.run ? 0 : 1);
      kept.run = run;
      return;
    } else {
      kept.count++;
      kept.run = run;
    }
    this.#findings.push(finding);
  }

  #count({ rule, severity, store, experiment }: Omit<Untold, "count" | "runs">, count: number, runs: number): void {
    const key = [rule, severity, store, experiment].join("\n");
    const known = this.#untold.get(key);
    if (known === undefined) this.#untold.set(key, { rule, severity, store, experiment, count, runs });
    else {
      known.count += count;
      known.runs += runs;
    }
  }
}

function runKey({ experiment, run }: Finding): string | null {
  return run === null ? null : `${experiment}\n${run}`;
}
