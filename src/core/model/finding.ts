/** `error`: for the target asked about something is lost, contradictory or refused; `warning`: read, but not as it stands. */
export type Severity = "error" | "warning" | "info";

/** `MLR` and three digits; stable for ever, so that configs, baselines and documents can name it. */
export type RuleId = `MLR${number}`;

/** How a finding can be mended. What a file becomes is worked out from what it holds when it is mended. */
export interface Fix {
  /** What it does, as a command: `Remove the repeated lines`. */
  readonly title: string;
  /** Whether it holds on this machine alone, so that it is of no use to anybody else who has the data. */
  readonly isLocal: boolean;
  readonly edits: readonly FixEdit[];
}

/** The path is relative to the folder verified, `/` between segments. */
export type FixEdit = { readonly path: string } & FixKind;

export type FixKind =
  | { readonly kind: "create-folder" }
  | { readonly kind: "delete" }
  | ({ readonly kind: "restore" } & GoodMeta)
  | Rewrite;

/** Which version of a metadata file is a good one: it can be read, has these keys, and says what its place says. */
export interface GoodMeta {
  readonly needed: readonly string[];
  /** The first of the keys that is there must have the value; null where any will do. */
  readonly identity: { readonly keys: readonly string[]; readonly value: string } | null;
}

/** A change of a file's lines that leaves all others byte for byte as they are. */
export type Rewrite =
  | { readonly kind: "drop-repeats" }
  | { readonly kind: "drop-blank" }
  | { readonly kind: "cut-last" }
  | { readonly kind: "line-ends" }
  | { readonly kind: "set-field"; readonly key: string; readonly value: string }
  | { readonly kind: "add-line"; readonly line: string }
  | ComposeItem;

/** What a service of a compose file is to be given: a volume (`./mlruns:/mlruns`) or a variable (`NAME=value`). */
export interface ComposeItem {
  readonly kind: "compose-item";
  readonly service: string;
  readonly list: "volumes" | "environment";
  readonly item: string;
}

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
