import type { OwnedFile, RunFile } from "../model/comparedFiles.ts";
import type { RunRef } from "../model/run.ts";

/** Where a run's file lies: a model's among the model's own. */
export function ownedFile({ model, path }: RunFile, ref: RunRef): OwnedFile {
  return {
    owner: model === undefined ? { kind: "run", ref } : { kind: "model", store: ref.store, modelId: model },
    path,
  };
}

/** Whether two of the files have one size, so that only their bytes tell whether they are the same. */
export function haveEqualSizes(files: readonly RunFile[]): boolean {
  return new Set(files.map(({ size }) => size)).size < files.length;
}
