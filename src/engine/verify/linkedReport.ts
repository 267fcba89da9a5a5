import path from "node:path";
import type { Finding } from "../../core/model/finding.ts";
import { RULES } from "../../core/verify/checks.ts";
import { markdownReport } from "../../core/verify/report/markdown.ts";
import { rulePage } from "../../core/verify/rulePage.ts";
import type { Verification } from "../../core/verify/verified.ts";

/** A report whose links lead from a folder to the files found, each with its line: previews open relative links only. */
export function linkedReport(
  verification: Verification,
  { base, folder, notes }: { readonly base: string; readonly folder: string; readonly notes: readonly string[] },
): string {
  const link = ({ file, line }: Finding): string => {
    const way = path.relative(folder, path.join(base, file)).replaceAll("\\", "/");
    const address = way.split("/").map(encodeURIComponent).join("/");
    return line === null ? address : `${address}#L${line}`;
  };
  return markdownReport(verification, RULES, { link, notes });
}

/** A rule's page; null where there is no such rule. */
export function rulePageOf(id: string): string | null {
  const rule = [...RULES.values()].find((known) => known.id === id);
  return rule === undefined ? null : rulePage(rule);
}
