import { window, workspace } from "vscode";
import type { RunRef } from "../../core/model/run.ts";
import type { RunEdit, RunEditOutcome } from "../../core/model/runEdit.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../base/l10n.ts";

/** Makes a change where this window may; says why not, or `done` with a button that takes it back. Whether it was made. */
export async function applyEdit(engine: Engine, ref: RunRef, edit: RunEdit, done: string): Promise<boolean> {
  if (!workspace.isTrusted) {
    void window.showWarningMessage(t("Runs are not changed in Restricted Mode. Trust this workspace first."));
    return false;
  }
  const outcome = await engine.editRun(ref, edit);
  if (outcome.done) void offerUndo(engine, outcome, done);
  else void window.showWarningMessage(outcome.reason);
  return outcome.done;
}

async function offerUndo(engine: Engine, outcome: RunEditOutcome, done: string): Promise<void> {
  if (!outcome.done) return;
  const undo = t("Undo");
  if ((await window.showInformationMessage(done, undo)) !== undo) return;
  const undone = await engine.undoRunEdit(outcome.undo);
  if (!undone.done) void window.showWarningMessage(undone.reason);
}
