import type { FixEdit, GoodMeta } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import type { RuleFix } from "../rule.ts";

/** What rules of metadata that is lost or broken offer. */
export const RESTORE: RuleFix = { title: "Restore meta.yaml from Git’s last good version" };

/** Conflicts and pointers are for a person to resolve, and what cannot be read for its owner. */
export function isRestorable({ code }: Pick<Problem, "code">): boolean {
  return code === "empty" || code === "malformed";
}

export function restoreRun(path: string, run: string): FixEdit {
  return restore(path, { needed: ["start_time"], identity: { keys: ["run_id", "run_uuid"], value: run } });
}

export function restoreExperiment(path: string, id: string): FixEdit {
  return restore(path, { needed: ["name"], identity: { keys: ["experiment_id"], value: id } });
}

export function restore(path: string, good: GoodMeta): FixEdit {
  return { kind: "restore", path, ...good };
}
