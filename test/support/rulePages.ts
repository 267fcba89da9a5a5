import { RULES } from "../../src/core/verify/checks.ts";
import { ruleIndex, rulePage } from "../../src/core/verify/rulePage.ts";

/** The pages of docs/rules by file name. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = [...RULES.values()].map((rule): [string, string] => [`${rule.id}.md`, rulePage(rule)]);
  return new Map([["README.md", ruleIndex(RULES.values())], ...pages]);
}
