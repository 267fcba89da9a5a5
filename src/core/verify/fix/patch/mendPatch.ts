import { joinLines } from "../lines.ts";
import type { MendPlan } from "../plan.ts";
import { bytesOf } from "../text.ts";
import { filePatch } from "./patch.ts";

/**
 * What mending would do, as a patch that `git apply` takes. Folders, which Git knows nothing of, stand before it as
 * comments. `nameOf` is what Git calls a path of the plan.
 */
export function mendPatch({ files, folders }: MendPlan, nameOf: (path: string) => string): Uint8Array {
  const made = folders.map(({ path }) => bytesOf(`# makes the folder ${JSON.stringify(path)}\n`));
  return joinLines([...made, ...files.map((file) => filePatch({ ...file, path: nameOf(file.path) }))]);
}
