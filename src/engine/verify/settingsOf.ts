import { RULES } from "../../core/verify/checks.ts";
import type { VerifySettings } from "../../core/verify/settings.ts";
import type { FoundConfig } from "../config/findConfig.ts";
import type { VerifyRequest } from "./request.ts";

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
