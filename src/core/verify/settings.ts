import type { Finding, Fix, RuleId, Severity } from "../model/finding.ts";
import type { Found, Level, Rule } from "./rule.ts";
import { isLookedFor } from "./rule.ts";
import type { Target } from "./target.ts";

/** What is verified and what a repository said of it. */
export interface VerifySettings {
  readonly target: Target;
  readonly level: Level;
  /** Only these rules; null for all. */
  readonly only: ReadonlySet<RuleId> | null;
  /** Severities other than the rule's own; `off` leaves it out. */
  readonly severities: ReadonlyMap<RuleId, Severity | "off">;
  /** Findings that are known and accepted: `MLR203 mlruns/1/abc/metrics/rmse`, a rule and a file. */
  readonly baseline: ReadonlySet<string>;
}

/** How a baseline names a finding. */
export function baselineEntry({ rule, file }: Pick<Finding, "rule" | "file">): string {
  return `${rule} ${file}`;
}

/** How bad a rule's findings are here; null where they are not wanted. */
export function severityHere(rule: Rule, settings: VerifySettings): Severity | null {
  if (settings.only !== null && !settings.only.has(rule.id)) return null;
  if (!isLookedFor(rule, settings.level)) return null;
  const stated = settings.severities.get(rule.id);
  if (stated === "off") return null;
  const own = rule.severity(settings.target);
  return own === null ? null : (stated ?? own);
}

/** Where what was found lies: the store's key and its path below the folder verified; nothing for files beside stores. */
export interface FoundPlace {
  readonly store: string | null;
  /** Empty or ending without a slash. */
  readonly prefix: string;
  /** The same from the folder of the config that is heeded, whose baseline may name files so; left out where there is none. */
  readonly fromConfig?: string;
}

/** A finding as it counts here; null where it is off, accepted, or none of the target's business. */
export function toFinding(found: Found, place: FoundPlace, settings: VerifySettings): Finding | null {
  const severity = severityHere(found.rule, settings);
  if (severity === null) return null;
  const file = joined(place.prefix, found.file);
  const finding: Finding = {
    rule: found.rule.id,
    severity,
    file,
    line: found.line ?? null,
    column: found.column ?? null,
    store: place.store,
    experiment: found.experiment ?? null,
    run: found.run ?? null,
    message: found.message,
    fix: toFix(found, place.prefix),
  };
  return isAccepted(finding, found, place, settings) ? null : finding;
}

/** The config names files from its own folder, or from the one verified. */
function isAccepted(finding: Finding, found: Found, { fromConfig }: FoundPlace, { baseline }: VerifySettings): boolean {
  if (baseline.size === 0) return false;
  if (baseline.has(baselineEntry(finding))) return true;
  return fromConfig !== undefined && baseline.has(baselineEntry({ ...finding, file: joined(fromConfig, found.file) }));
}

function toFix({ rule: { fix }, edits }: Found, prefix: string): Fix | null {
  if (fix === undefined || edits === undefined || edits.length === 0) return null;
  return {
    title: fix.title,
    isLocal: fix.isLocal === true,
    edits: edits.map((edit) => ({ ...edit, path: joined(prefix, edit.path) })),
  };
}

/** A path below another; what lies beside a store leads upward first. */
function joined(prefix: string, file: string): string {
  const segments = prefix === "" ? [] : prefix.split("/");
  for (const segment of file.split("/")) {
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") segments.pop();
    else if (segment !== "") segments.push(segment);
  }
  return segments.join("/");
}
