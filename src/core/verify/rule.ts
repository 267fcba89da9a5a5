import type { FixEdit, RuleId, Severity } from "../model/finding.ts";
import { type Target, targetText } from "./target.ts";

/** What a rule is about; the first digit of its id. */
export type Area = "structure" | "values" | "git" | "artifacts" | "pipeline" | "database" | "compose" | "server";

/** `quick` looks at folders and metadata, `full` at every value, `bytes` at sizes and hashes of artifacts too. */
export type Level = "quick" | "full" | "bytes";

export interface Rule {
  readonly id: RuleId;
  readonly area: Area;
  /** The least level at which it is looked for. */
  readonly level: Level;
  readonly title: string;
  /** One or two sentences each, plain text. */
  readonly why: string;
  readonly mend: string;
  /** What can be done about it for whoever asks; left out where only a person can say what is right. */
  readonly fix?: RuleFix;
  /** How bad it is for a target; null where the target does not care. */
  severity(target: Target): Severity | null;
}

export interface RuleFix {
  /** What is done, as a command. */
  readonly title: string;
  /** Where it holds on this machine alone. */
  readonly isLocal?: true;
}

/** What a check has to say; place and severity of the rest follow from what was checked. */
export interface Found {
  readonly rule: Rule;
  /** Path below the store, or below the folder verified for checks beside the stores. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly experiment?: string;
  readonly run?: string;
  readonly message: string;
  /** How this one is mended, where it can be; paths as that of the file. */
  readonly edits?: readonly FixEdit[];
}

/** One check, in a file of its own: looks at its input and tells what it found. Pure. */
export type Check<Input> = (input: Input, tell: (found: Found) => void) => void;

const LEVELS: readonly Level[] = ["quick", "full", "bytes"];

/** Whether a rule is looked for at a level. */
export function isLookedFor(rule: Rule, level: Level): boolean {
  return LEVELS.indexOf(rule.level) <= LEVELS.indexOf(level);
}

/** The targets that documents name, with a rule's severity for each. */
export function severitiesOf(rule: Rule): readonly (readonly [target: string, severity: Severity | null])[] {
  const targets: readonly Target[] = [
    { kind: "data" },
    { kind: "mlflow", major: 1, minor: 30 },
    { kind: "mlflow", major: 2, minor: 22 },
    { kind: "mlflow", major: 3, minor: 18 },
    { kind: "migration" },
  ];
  return targets.map((target) => [targetText(target), rule.severity(target)]);
}
