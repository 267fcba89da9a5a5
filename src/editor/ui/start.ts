import { dirname } from "node:path";
import { ProcessExecution, Task, TaskScope, tasks, workspace } from "vscode";
import { t } from "../base/l10n.ts";

/**
 * Runs `docker compose up -d` for one service where the user sees it. File and service come from the repository, so no
 * shell is between: VS Code's quoting for one leaves quotes inside a text as they are, and what follows would be run.
 */
export async function startInTerminal(file: string, service: string): Promise<void> {
  if (!workspace.isTrusted) return;
  const args = ["compose", "-f", file, "up", "-d", "--", service];
  const execution = new ProcessExecution("docker", args, { cwd: dirname(file) });
  const name = t("Start MLflow");
  await tasks.executeTask(new Task({ type: "process" }, TaskScope.Workspace, name, "MLflow Runs", execution));
}
