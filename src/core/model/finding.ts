/** `error`: for the target asked about something is lost, contradictory or refused; `warning`: read, but not as it stands. */
export type Severity = "error" | "warning" | "info";

/** `MLR` and three digits; stable for ever, so that configs, baselines and documents can name it. */
export type RuleId = `MLR${number}`;

/** How a finding can be mended: edits of files, each of which holds only while the file is as it was. */
export interface Fix {
  /** What it does, as a command: `Remove the duplicate lines`. */
  readonly title: string;
  readonly edits: readonly FixEdit[];
}

/** Paths are relative to the folder verified, `/` between segments; `before` is what the file must still hold. */
export type FixEdit =
  | { readonly kind: "write"; readonly path: string; readonly before: string | null; readonly after: string }
  | { readonly kind: "delete"; readonly path: string; readonly before: string }
  | { readonly kind: "create-folder"; readonly path: string };

/** One thing that verify has to say. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Path below the folder verified, `/` between segments; empty for that folder itself. */
  readonly file: string;
  /** 1-based; null where no line or column is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** Key of the store, experiment folder and run folder; null where none is meant. */
  readonly store: string | null;
  readonly experiment: string | null;
  readonly run: string | null;
  /** One sentence: what is wrong here. */
  readonly message: string;
  readonly fix: Fix | null;
}
