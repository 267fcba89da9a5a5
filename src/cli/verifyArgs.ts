import process from "node:process";
import type { RuleId, Severity } from "../core/model/finding.ts";
import { RULES } from "../core/verify/checks.ts";
import type { Level } from "../core/verify/rule.ts";
import { parseTarget, type Target } from "../core/verify/target.ts";
import { type ServerAddress, serverAddress } from "../engine/server/address.ts";
import { splitArguments } from "./split.ts";
import { UsageError } from "./usage.ts";

export const VERIFY_FORMATS = ["text", "json", "jsonl", "sarif", "junit", "github", "markdown"] as const;
export type VerifyFormat = (typeof VERIFY_FORMATS)[number];

export interface VerifyOptions {
  /** A rule to be described instead of verifying. */
  readonly explain: RuleId | null;
  readonly paths: readonly string[];
  readonly target: Target;
  readonly level: Level;
  /** Null for all. */
  readonly only: ReadonlySet<RuleId> | null;
  readonly format: VerifyFormat;
  readonly failOn: Severity;
  /** Whether what can be mended is: not at all, shown as a patch, or done. */
  readonly fix: "no" | "shown" | "done";
  /** Whether repeats are written out one by one. */
  readonly all: boolean;
  /** A server to be held against the stores. */
  readonly server?: ServerAddress;
}

/** Understands what follows `verify`; null where help is asked for. Throws UsageError. */
export function parseVerify(argv: readonly string[]): VerifyOptions | null {
  const { values, positionals } = splitArguments(argv, OPTIONS, 'see "mlflow-runs verify --help".');
  if (values.help) return null;
  return {
    explain: values.explain === undefined ? null : ruleOf(values.explain),
    paths: positionals.length === 0 ? ["."] : positionals,
    target: targetOf(values.target ?? "data"),
    level: oneOf("--level", ["quick", "full", "bytes"] as const, values.level ?? "full"),
    only: values.rule === undefined ? null : new Set(values.rule.map(ruleOf)),
    format: oneOf("--format", VERIFY_FORMATS, values.format ?? "text"),
    failOn: oneOf("--fail-on", ["error", "warning", "info"] as const, values["fail-on"] ?? "error"),
    fix: fixOf(values),
    all: values.all ?? false,
    ...(values.server === undefined ? {} : { server: serverOf(values.server) }),
  };
}

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  target: { type: "string", short: "t" },
  level: { type: "string", short: "l" },
  rule: { type: "string", short: "r", multiple: true },
  format: { type: "string", short: "f" },
  "fail-on": { type: "string" },
  explain: { type: "string" },
  fix: { type: "boolean" },
  "dry-run": { type: "boolean", short: "n" },
  all: { type: "boolean", short: "a" },
  server: { type: "string", short: "s" },
} as const;

/** The address may hold a password, so that it is not repeated. */
function serverOf(text: string): ServerAddress {
  const address = serverAddress(text, process.env);
  if (address !== null) return address;
  throw new UsageError("--server is the address of an MLflow server, such as http://localhost:5000.");
}

function fixOf(values: {
  readonly fix?: boolean;
  readonly "dry-run"?: boolean;
  readonly format?: string;
}): VerifyOptions["fix"] {
  if (!values["dry-run"]) return values.fix ? "done" : "no";
  if (!values.fix) throw new UsageError("--dry-run shows what --fix would do: give both.");
  if (values.format !== undefined) throw new UsageError("--dry-run prints a patch: leave out --format.");
  return "shown";
}

function targetOf(text: string): Target {
  const target = parseTarget(text);
  if (target) return target;
  throw new UsageError(`--target is data, migration, or a version of MLflow such as mlflow-3.18, not "${text}".`);
}

function ruleOf(text: string): RuleId {
  for (const id of RULES.keys()) if (id === text.toUpperCase()) return id;
  throw new UsageError(`There is no rule "${text}"; they are listed in docs/rules.`);
}

function oneOf<T extends string>(option: string, known: readonly T[], text: string): T {
  const found = known.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`${option} is one of ${known.join(", ")}, not "${text}".`);
}
