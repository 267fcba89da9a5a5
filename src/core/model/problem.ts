/** What kind of thing could not be read; stable, for folding equal problems and for tests. */
export type ProblemCode =
  | "unreadable"
  | "empty"
  | "missing"
  | "malformed"
  | "conflict"
  | "lfs-pointer"
  | "wrong-type"
  | "link-escape"
  | "limit"
  | "metric-line"
  | "parent-missing"
  | "duplicate-name"
  | "database";

/** One thing that could not be read, beside everything that could. */
export interface Problem {
  readonly code: ProblemCode;
  /** `error`: something is lost or contradictory; `warning`: read, but not as it stands. */
  readonly severity: "error" | "warning";
  /** Path below the store, `/` between segments; empty for the store itself. */
  readonly file: string;
  /** 1-based line, or null where no line is meant. */
  readonly line: number | null;
  /** One sentence for a person: what is wrong and, where short, what to do. */
  readonly reason: string;
}

/** A problem and the store it was found in. */
export interface LocatedProblem extends Problem {
  readonly store: string;
  /** Experiment folder, or null for the store itself and the registry. */
  readonly experiment: string | null;
  /** Run folder, or null where no run is meant. */
  readonly run: string | null;
}

export function problem(
  code: ProblemCode,
  file: string,
  reason: string,
  line: number | null = null,
  severity: Problem["severity"] = "error",
): Problem {
  return { code, severity, file, line, reason };
}
