import { deepEqual } from "node:assert/strict";
import { dirname } from "node:path";
import type { Finding } from "../../src/core/model/finding.ts";
import type { Level } from "../../src/core/verify/rule.ts";
import type { Target } from "../../src/core/verify/target.ts";
import type { VerifyHooks } from "../../src/engine/verify/request.ts";
import { verifyStores } from "../../src/engine/verify/verify.ts";

export interface Verifying {
  readonly level?: Level;
  readonly target?: Target;
  /** The folder verified; the one around the store where left out. */
  readonly base?: string;
  readonly hooks?: VerifyHooks;
}

/** What verify finds in one file store. */
export async function findingsOf(store: string, options: Verifying = {}): Promise<readonly Finding[]> {
  const { level = "full", target = { kind: "data" }, base = dirname(store), hooks = {} } = options;
  const ref = { key: store, kind: "file", base, label: "mlruns" } as const;
  const { findings, unfinished } = await verifyStores(base, [ref], { target, level, only: null }, hooks);
  deepEqual(unfinished, null);
  return findings;
}

/** Each finding as `MLR421 warning mlruns/…/MLmodel:7`, of some rules only where their ids begin so. */
export function linesOf(findings: readonly Finding[], prefix = "MLR"): string[] {
  return findings
    .filter(({ rule }) => rule.startsWith(prefix))
    .map(({ rule, severity, file, line }) => `${rule} ${severity} ${line === null ? file : `${file}:${line}`}`)
    .sort();
}
