import type { Finding } from "../../core/model/finding.ts";
import { RULES } from "../../core/verify/checks.ts";
import { type Found, isLookedFor, type Rule } from "../../core/verify/rule.ts";
import { type FoundPlace, toFinding, type VerifySettings } from "../../core/verify/settings.ts";
import type { FoundConfig } from "../config/findConfig.ts";
import type { VerifyRequest } from "./request.ts";

/** Keeps what counts here of what is found. */
export class Sieve {
  readonly findings: Finding[] = [];
  accepted = 0;
  readonly #place: FoundPlace;
  readonly #settings: VerifySettings;

  constructor(place: FoundPlace, settings: VerifySettings) {
    this.#place = place;
    this.#settings = settings;
  }

  take(found: Found): void {
    const finding = toFinding(found, this.#place, this.#settings);
    if (finding !== null) this.findings.push(finding);
    else if (this.#isAccepted(found.rule)) this.accepted++;
  }

  /** Whether the config left it out, rather than the target or the level. */
  #isAccepted(rule: Rule): boolean {
    const { only, level, target } = this.#settings;
    return (only === null || only.has(rule.id)) && isLookedFor(rule, level) && rule.severity(target) !== null;
  }
}

/** What was asked, with what a repository's config says of it. */
export function settingsOf({ target, level, only }: VerifyRequest, { config }: FoundConfig): VerifySettings {
  const severities: VerifySettings["severities"] = new Map(
    [...RULES.keys()].flatMap((id) => {
      const stated = config.verify.rules.get(id);
      return stated === undefined ? [] : [[id, stated] as const];
    }),
  );
  return { target, level, only, severities, baseline: new Set(config.verify.baseline) };
}
