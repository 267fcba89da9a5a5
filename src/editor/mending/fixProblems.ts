import { resolve } from "node:path";
import { type CancellationToken, ProgressLocation, window, workspace } from "vscode";
import type { RuleId } from "../../core/model/finding.ts";
import { type Fixable, isFixable } from "../../core/verify/fix/wanted.ts";
import type { Target } from "../../core/verify/target.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import { applyPlan } from "./applyPlan.ts";
import { pickFixes } from "./pickFixes.ts";

/** Findings of a rule that are to be mended without asking which: of one file, or of one experiment (null: beside all). */
export type Wish =
  | { readonly rule: RuleId; readonly file: string }
  | { readonly rule: RuleId; readonly store: string | null; readonly experiment: string | null };

/** Verifies anew for a target, has chosen what is to be mended, shows the change and makes it when that is wanted. */
export async function fixProblems(
  host: EngineHost,
  stores: WorkspaceStores,
  target: Target,
  wish: Wish | null,
): Promise<void> {
  if (!workspace.isTrusted) {
    void window.showWarningMessage(t("Files are not mended in Restricted Mode. Trust this workspace first."));
    return;
  }
  await stores.ready();
  const base = stores.all[0]?.base;
  if (base === undefined) return void window.showInformationMessage(t("There is no MLflow store to mend."));
  const since = Date.now();
  const found = await verified(host.engine, base, target, wish?.rule ?? null);
  if (found === null) return;
  const fixable = found.filter(isFixable).map((finding) => resolved(finding, base));
  const chosen = wish === null ? await pickFixes(fixable) : fixable.filter((finding) => isWished(finding, wish));
  if (chosen === undefined) return;
  const plan = await host.engine.planMend(base, chosen, since);
  await applyPlan(host.engine, base, plan);
}

/** With absolute paths, wherever the finding is from. */
function resolved(finding: Fixable, base: string): Fixable {
  const edits = finding.fix.edits.map((edit) => ({ ...edit, path: resolve(base, edit.path) }));
  return { ...finding, file: resolve(base, finding.file), fix: { ...finding.fix, edits } };
}

function isWished(finding: Fixable, wish: Wish): boolean {
  if (finding.rule !== wish.rule) return false;
  if ("file" in wish) return finding.file === wish.file;
  return finding.store === wish.store && finding.experiment === wish.experiment;
}

/** Null where it was interrupted. */
function verified(engine: Engine, base: string, target: Target, rule: RuleId | null) {
  const options = { location: ProgressLocation.Notification, title: t("Verifying MLflow data"), cancellable: true };
  return window.withProgress(options, async (_, token: CancellationToken) => {
    const cancel = token.onCancellationRequested(() => void engine.cancelVerify());
    const only = rule === null ? null : new Set([rule]);
    try {
      const { findings, unfinished } = await engine.verify(base, { target, level: "full", only });
      if (unfinished !== null && !token.isCancellationRequested) {
        void window.showWarningMessage(t("The data was not verified to the end: {0}", unfinished));
      }
      return unfinished === null ? findings : null;
    } finally {
      cancel.dispose();
    }
  });
}
