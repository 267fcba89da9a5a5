import { languages } from "vscode";
import { Disposable } from "../base/disposable.ts";
import { Command } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import type { EngineHost } from "../engineHost.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";
import type { Diagnostics } from "../verify/diagnostics.ts";
import type { Findings } from "../verify/findings.ts";
import { FixActions } from "./fixActions.ts";
import type { Wish } from "./fixProblems.ts";

/** Fix Problems…, and what the Problems view offers of it. */
export class Mending extends Disposable {
  constructor(
    commands: Commands,
    host: EngineHost,
    stores: WorkspaceStores,
    findings: Findings,
    diagnostics: Diagnostics,
  ) {
    super();
    this.register(
      languages.registerCodeActionsProvider({ scheme: "file" }, new FixActions(diagnostics), FixActions.metadata),
    );
    commands.add(Command.fixProblems, async (wish?: Wish) => {
      const { fixProblems } = await import("./fixProblems.ts");
      return fixProblems(host, stores, findings.current.target, wish ?? null);
    });
    commands.add(Command.resolveConflict, async (file: string, line: number) => {
      const { resolveConflict } = await import("./resolveConflict.ts");
      return resolveConflict(file, line);
    });
  }
}
