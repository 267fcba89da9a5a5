import { relative } from "node:path";
import process from "node:process";
import { ProcessExecution, Task, type TaskDefinition, Uri, type WorkspaceFolder, workspace } from "vscode";
import type { StoreRef } from "../../core/model/store.ts";
import { t } from "../base/l10n.ts";
import { TASK_TYPE } from "../base/names.ts";
import { choiceOf, USUAL, type VerifyChoice } from "./choice.ts";

/** The problem matchers of package.json: places with a line, and those without. */
const MATCHERS = ["$mlflow-runs", "$mlflow-runs-file"];

/** What Run Task lists: each workspace folder's stores, for those for whom they are verified most. */
export function offeredTasks(extension: Uri, stores: readonly StoreRef[]): Task[] {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => pathsIn(uri, stores).length > 0);
  const offered: [string, VerifyChoice][] = [
    [t("verify data"), USUAL],
    [t("verify for MLflow {0}", "3.18"), { target: "mlflow-3.18", level: "full" }],
    [t("verify for migration"), { target: "migration", level: "full" }],
  ];
  return folders.flatMap((folder) =>
    offered.map(([name, { target, level }]) =>
      taskOf(extension, { type: TASK_TYPE, target, level }, { folder, name, paths: pathsIn(folder.uri, stores) }),
    ),
  );
}

/** A task as tasks.json defines it, made ready to run; undefined where it cannot be. */
export function resolvedTask(
  extension: Uri,
  { definition, scope, name }: Task,
  stores: readonly StoreRef[],
): Task | undefined {
  const folder = typeof scope === "object" ? scope : workspace.workspaceFolders?.[0];
  if (folder === undefined || folder.uri.scheme !== "file") return undefined;
  const given: unknown = definition.paths;
  const own = Array.isArray(given) ? given.filter((path) => typeof path === "string" && path !== "") : [];
  return taskOf(extension, definition, { folder, name, paths: own.length > 0 ? own : pathsIn(folder.uri, stores) });
}

interface Run {
  readonly folder: WorkspaceFolder;
  readonly name: string;
  readonly paths: readonly string[];
}

/** No shell is asked, so that no name of a folder is a command. */
function taskOf(extension: Uri, definition: TaskDefinition, { folder, name, paths }: Run): Task {
  const { target, level } = choiceOf(definition);
  const program = Uri.joinPath(extension, "dist", "cli.js").fsPath;
  const args = [program, "verify", "--target", target, "--level", level, "--", ...paths];
  // The editor's own program is Node where it is told to be; on a server it is Node already.
  const env = { ELECTRON_RUN_AS_NODE: "1", NO_COLOR: "1" };
  const execution = new ProcessExecution(process.execPath, args, { cwd: folder.uri.fsPath, env });
  return new Task(definition, folder, name, "MLflow Runs", execution, MATCHERS);
}

/** The stores of a folder, as paths below it. */
function pathsIn({ scheme, fsPath }: Uri, stores: readonly StoreRef[]): string[] {
  if (scheme !== "file") return [];
  return stores.filter(({ base }) => base === fsPath).map(({ key }) => relative(fsPath, key) || ".");
}
