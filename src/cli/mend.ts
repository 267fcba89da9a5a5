import path from "node:path";
import type { StoreRef } from "../core/model/store.ts";
import { visibleText } from "../core/model/visibleText.ts";
import { mendPatch } from "../core/verify/fix/patch/mendPatch.ts";
import type { MendDone, MendPlan, MendRefused } from "../core/verify/fix/plan.ts";
import { mendable } from "../core/verify/fix/wanted.ts";
import type { Verification } from "../core/verify/verified.ts";
import { fromTop, placeOf } from "../engine/git/place.ts";
import type { GitRunner } from "../engine/git/runner.ts";
import { applyMend } from "../engine/mend/applyMend.ts";
import { planMend } from "../engine/mend/planMend.ts";
import type { Terminal } from "./terminal.ts";
import type { VerifyOptions } from "./verifyArgs.ts";

/** What was verified, and when that began. */
export interface Verified {
  readonly verification: Verification;
  readonly stores: readonly StoreRef[];
  readonly since: number;
}

/** Mends what can be, or prints what that would change; a line for each file. */
export async function mend(
  { verification, stores, since }: Verified,
  options: VerifyOptions,
  terminal: Terminal,
  git: GitRunner,
): Promise<void> {
  const base = terminal.cwd;
  const findings = mendable(verification.findings, options.only);
  const plan = await planMend(findings, { base, stores, since, git });
  if (options.fix === "shown") {
    await terminal.err(linesOf([], plan.refused));
    await terminal.outBytes(await patchOf(plan, base, git));
    return;
  }
  const { done, refused } = await applyMend(base, plan);
  const told = linesOf(done, [...plan.refused, ...refused]);
  // Where the report is for a machine, it stands alone.
  await (options.format === "text" ? terminal.out : terminal.err)(told);
}

function linesOf(done: readonly MendDone[], refused: readonly MendRefused[]): string {
  const lines = [
    ...done.map(({ path: name, titles }) => `mended ${visibleText(name)}: ${titles.join("; ")}`),
    ...refused.map(({ path: name, reason }) => `left alone ${visibleText(name)}: ${visibleText(reason)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Git takes the names of a patch from the top of the repository, wherever it is called. */
async function patchOf(plan: MendPlan, base: string, git: GitRunner): Promise<Uint8Array> {
  const place = await placeOf(git, base).catch(() => null);
  return mendPatch(plan, (name) => (place === null ? name : path.posix.normalize(fromTop(place, name))));
}
