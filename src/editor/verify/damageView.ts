import { type TreeView, commands as vscode } from "vscode";
import { Disposable } from "../base/disposable.ts";
import { Command, Context } from "../base/names.ts";
import { settings } from "../base/settings.ts";
import type { Commands } from "../commands/registry.ts";
import { damageText } from "./damageText.ts";
import type { Findings } from "./findings.ts";

/** Counts what is damaged on the view's icon, with words about it, and leads from the view's title to the Problems. */
export class DamageView extends Disposable {
  constructor(view: Pick<TreeView<unknown>, "badge">, findings: Findings, commands: Commands) {
    super();
    this.register(
      findings.onDidChange((found) => {
        const value = found.damagedRuns || found.errors;
        view.badge = value === 0 ? undefined : { value, tooltip: damageText(found) };
        void vscode.executeCommand("setContext", Context.damaged, value > 0);
      }),
    );
    commands.add(Command.showDamage, () =>
      settings().problems === "none"
        ? vscode.executeCommand(Command.verify)
        : vscode.executeCommand("workbench.actions.view.problems"),
    );
  }
}
