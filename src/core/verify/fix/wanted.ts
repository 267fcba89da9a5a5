import type { Finding, Fix, FixEdit, RuleId } from "../../model/finding.ts";

/** What is to be done to one path, whatever number of findings it takes. */
export interface WantedEdits {
  readonly path: string;
  readonly store: string | null;
  readonly titles: readonly string[];
  readonly edits: readonly FixEdit[];
}

/** A finding that can be mended. */
export type Fixable = Finding & { readonly fix: Fix };

/**
 * Findings that are mended where everything is to be: what would hold on this machine alone only where the target needs
 * it, or where the rule was named.
 */
export function mendable(findings: readonly Finding[], named: ReadonlySet<RuleId> | null): Fixable[] {
  return findings
    .filter(isFixable)
    .filter(({ fix, severity, rule }) => !fix.isLocal || severity !== "info" || named?.has(rule) === true);
}

export function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== null;
}

/** The edits of findings by the file they concern, each once, in the order found. */
export function wantedEdits(findings: readonly Fixable[]): WantedEdits[] {
  const byPath = new Map<string, { store: string | null; titles: Set<string>; edits: Map<string, FixEdit> }>();
  for (const { store, fix } of findings) {
    for (const edit of fix.edits) {
      const known = byPath.get(edit.path) ?? { store, titles: new Set(), edits: new Map() };
      byPath.set(edit.path, known);
      known.titles.add(fix.title);
      known.edits.set(JSON.stringify(edit), edit);
    }
  }
  return [...byPath].map(([path, { store, titles, edits }]) => {
    return { path, store, titles: [...titles], edits: [...edits.values()] };
  });
}
