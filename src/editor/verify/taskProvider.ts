import { type Disposable, tasks, type Uri } from "vscode";
import { TASK_TYPE } from "../base/names.ts";
import type { WorkspaceStores } from "../stores/workspaceStores.ts";

/** Verify as a task, by the editor's own Node: for those who run it before others, or want its findings in a terminal. */
export function registerVerifyTasks(extension: Uri, stores: WorkspaceStores): Disposable {
  const load = () => import("./verifyTasks.ts");
  return tasks.registerTaskProvider(TASK_TYPE, {
    provideTasks: async () => {
      await stores.ready();
      return (await load()).offeredTasks(extension, stores.all);
    },
    resolveTask: async (task) => {
      await stores.ready();
      return (await load()).resolvedTask(extension, task, stores.all);
    },
  });
}
