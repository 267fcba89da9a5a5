import { dirname } from "node:path";
import { ShellExecution, ShellQuoting, Task, TaskScope, tasks, workspace } from "vscode";
import { t } from "../base/l10n.ts";

/**
 * Runs `docker compose up -d` for one service where the user sees it. File and service come from the repository:
 * each is one quoted argument, by the rules of the user's own shell.
 */
export async function startInTerminal(file: string, service: string): Promise<void> {
  if (!workspace.isTrusted) return;
  const quoted = (value: string) => ({ value, quoting: ShellQuoting.Strong });
  const execution = new ShellExecution("docker", ["compose", "-f", quoted(file), "up", "-d", "--", quoted(service)], {
    cwd: dirname(file),
  });
  const name = t("Start MLflow");
  await tasks.executeTask(new Task({ type: "shell" }, TaskScope.Workspace, name, "MLflow Runs", execution));
}
