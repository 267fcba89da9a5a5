import { dirname } from "node:path";
import type { RuleId } from "../../src/core/model/finding.ts";
import type { MendOutcome, MendPlan } from "../../src/core/verify/fix/plan.ts";
import { isFixable, mendable } from "../../src/core/verify/fix/wanted.ts";
import type { Target } from "../../src/core/verify/target.ts";
import { Git } from "../../src/engine/git/process.ts";
import { applyMend } from "../../src/engine/mend/applyMend.ts";
import { planMend } from "../../src/engine/mend/planMend.ts";
import { findingsOf } from "./verifying.ts";

export interface Mending {
  readonly target?: Target;
  readonly rule?: RuleId;
  /** Whether what holds on this machine alone is mended for any target. */
  readonly every?: boolean;
  /** Done between verifying and planning, and between planning and writing. */
  readonly verified?: () => void;
  readonly planned?: () => void;
  /** Whether Git may be asked; so it is where left out. */
  readonly git?: boolean;
}

/** Verifies one file store, mends what can be, and answers what was planned and done. */
export async function mendStore(
  store: string,
  options: Mending = {},
): Promise<MendOutcome & { readonly plan: MendPlan }> {
  const { target = { kind: "data" }, rule } = options;
  const base = dirname(store);
  const git = new Git();
  try {
    const since = Date.now();
    const findings = await findingsOf(store, { target });
    const asked = options.every ? findings.filter(isFixable) : mendable(findings, null);
    const wanted = asked.filter((finding) => rule === undefined || finding.rule === rule);
    options.verified?.();
    const ref = { key: store, kind: "file", base, label: "mlruns" } as const;
    const plan = await planMend(wanted, { base, stores: [ref], since, ...(options.git !== false && { git }) });
    options.planned?.();
    const { done, refused } = await applyMend(base, plan);
    return { plan, done, refused: [...plan.refused, ...refused] };
  } finally {
    git.close();
  }
}
