import { readFile } from "node:fs/promises";
import path from "node:path";
import { EditRefused, fileEdits } from "../../core/files/runEdit.ts";
import type { RunRef } from "../../core/model/run.ts";
import type { RunEdit, RunEditOutcome, RunUndo } from "../../core/model/runEdit.ts";
import { editFiles, undoFiles } from "../disk/editFiles.ts";
import type { Session } from "../indexing/session.ts";
import { rowOf, selectContext } from "./storeAnswers.ts";

/** Changes a run of a file store. Runs being written, deleted ones and those of a database are left alone. */
export function editRun(session: Session | null, ref: RunRef, edit: RunEdit): Promise<RunEditOutcome> {
  return outcome(async () => {
    const folder = editableFolder(session, ref, edit);
    const meta = edit.kind === "rename" ? await readFile(path.join(folder, "meta.yaml"), "utf8") : "";
    const files = await editFiles(folder, fileEdits(edit, meta));
    await session?.reread(ref.experiment, ref.run);
    return { ref, files };
  });
}

/** Takes a change back; the outcome's own undo makes it again. */
export function undoRunEdit(session: Session | null, { ref, files }: RunUndo): Promise<RunEditOutcome> {
  return outcome(async () => {
    if (session === null) throw new EditRefused("The store is not open any more.");
    await undoFiles(path.join(session.index.ref.key, ref.experiment, ref.run), files);
    await session.reread(ref.experiment, ref.run);
    return { ref, files: files.map(({ path: name, before, after }) => ({ path: name, before: after, after: before })) };
  });
}

async function outcome(work: () => Promise<RunUndo>): Promise<RunEditOutcome> {
  try {
    return { done: true, undo: await work() };
  } catch (error) {
    if (error instanceof EditRefused) return { done: false, reason: error.reason };
    return { done: false, reason: `The run could not be changed: ${error instanceof Error ? error.message : error}.` };
  }
}

function editableFolder(session: Session | null, ref: RunRef, edit: RunEdit): string {
  const row = session && rowOf(session.index, selectContext(session.index), ref.experiment, ref.run);
  if (!session || !row) throw new EditRefused("The run is no longer there.");
  const { key, kind } = session.index.ref;
  if (kind === "sqlite")
    throw new EditRefused(`Runs of a database are changed through MLflow: ${throughMlflow(key, row.id, edit)}`);
  if (row.status === "live") throw new EditRefused("The run is still being written; change it when it has ended.");
  if (row.status === "unreadable") throw new EditRefused("The run’s meta.yaml cannot be read; mend it first.");
  if (row.lifecycle === "deleted") throw new EditRefused("The run is deleted; restore it first.");
  return path.join(key, ref.experiment, ref.run);
}

/** The call that does it, in Python. */
function throughMlflow(database: string, id: string, edit: RunEdit): string {
  const text = (value: string): string => JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  const call = {
    rename: () => `update_run(${text(id)}, name=${text(edit.kind === "rename" ? edit.name : "")})`,
    "set-tag": () => `set_tag(${text(id)}, ${edit.kind === "set-tag" ? `${text(edit.key)}, ${text(edit.value)}` : ""})`,
    "remove-tag": () => `delete_tag(${text(id)}, ${text(edit.kind === "remove-tag" ? edit.key : "")})`,
  }[edit.kind];
  return `mlflow.MlflowClient(${text(`sqlite:///${database.replaceAll("\\", "/")}`)}).${call()}`;
}
