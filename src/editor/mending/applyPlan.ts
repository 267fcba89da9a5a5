import { commands, window, workspace } from "vscode";
import type { MendPlan, MendRefused } from "../../core/verify/fix/plan.ts";
import type { Engine } from "../../engine/engine.ts";
import { counted, t } from "../base/l10n.ts";
import { mendEdit, saveAll } from "./mendEdit.ts";
import { isWanted } from "./showPlan.ts";

/** More files are not changed by one edit of the editor, which opens each of them. */
const MOST = 500;

/** Shows a plan, and makes it when that is wanted: files by one edit that can be undone, folders by the engine. */
export async function applyPlan(engine: Engine, base: string, plan: MendPlan): Promise<void> {
  if (plan.files.length > MOST) {
    const many = plan.files.length.toLocaleString("en-US");
    void window.showWarningMessage(
      t("{0} files are too many for one edit: choose fewer, or run mlflow-runs verify --fix.", many),
    );
    return;
  }
  if (plan.files.length + plan.folders.length === 0) return tell(0, plan.refused, null);
  const wanted = await isWanted(plan);
  await commands.executeCommand("workbench.action.closeActiveEditor");
  if (!wanted) return;
  const { edit, files, refused } = await mendEdit(plan.files);
  const isDone = files.length === 0 || (await workspace.applyEdit(edit, { isRefactoring: true }));
  if (!isDone) throw new Error(t("The files could not be changed."));
  await saveAll(files);
  const made = await engine.applyMend(base, { files: [], folders: plan.folders, refused: [] });
  const left = [...plan.refused, ...refused, ...made.refused];
  const undo = async (): Promise<void> => {
    const back = files.map((file) => ({ ...file, before: file.after, after: file.before }));
    const { refused: kept } = await engine.applyMend(base, { files: back, folders: [], refused: [] });
    if (kept[0] !== undefined) void window.showWarningMessage(leftText(kept));
  };
  return tell(files.length + made.done.length, left, files.length === 0 ? null : undo);
}

/** Says what was done and what was not; whoever called need not wait for the answer. */
function tell(done: number, left: readonly MendRefused[], undo: (() => Promise<void>) | null): void {
  const mended = counted(done, t("{0} place was mended."), t("{0} places were mended."));
  const text = [...(done > 0 ? [mended] : []), ...(left.length > 0 ? [leftText(left)] : [])].join(" ");
  const show = left.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const back = t("Undo");
  void show(text || t("Nothing was found that can be mended for you."), ...(undo === null ? [] : [back])).then(
    async (answer) => (answer === back ? undo?.() : undefined),
  );
}

function leftText(left: readonly MendRefused[]): string {
  const [first] = left;
  const place = first === undefined ? "" : workspace.asRelativePath(first.path);
  const alone = counted(left.length, t("{0} was left alone"), t("{0} were left alone"));
  return `${alone}: ${place}: ${first?.reason ?? ""}`;
}
