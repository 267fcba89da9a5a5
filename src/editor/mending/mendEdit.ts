import { Range, type TextDocument, Uri, WorkspaceEdit, workspace } from "vscode";
import { isSameBytes, linesOf } from "../../core/verify/fix/lines.ts";
import { script } from "../../core/verify/fix/patch/script.ts";
import type { MendedFile, MendRefused } from "../../core/verify/fix/plan.ts";
import { t } from "../base/l10n.ts";

export interface MendEdit {
  readonly edit: WorkspaceEdit;
  /** Those that it changes. */
  readonly files: readonly MendedFile[];
  /** Those that are not as they were shown any more. */
  readonly refused: readonly MendRefused[];
}

/** One edit that makes files what they are to be, byte for byte. */
export async function mendEdit(files: readonly MendedFile[]): Promise<MendEdit> {
  const edit = new WorkspaceEdit();
  const done: MendedFile[] = [];
  const refused: MendRefused[] = [];
  for (const file of files) {
    const reason = await changedReason(file);
    if (reason === null) {
      await addFile(edit, file);
      done.push(file);
    } else refused.push({ path: file.path, reason });
  }
  return { edit, files: done, refused };
}

/** Writes what an edit left in editors. */
export async function saveAll(files: readonly MendedFile[]): Promise<void> {
  for (const { path } of files) {
    const document = openDocument(path);
    if (document?.isDirty) await document.save();
  }
}

async function changedReason({ path, before }: MendedFile): Promise<string | null> {
  if (openDocument(path)?.isDirty) return t("It has changes that are not saved.");
  const now = await workspace.fs.readFile(Uri.file(path)).then(
    (bytes) => bytes,
    () => null,
  );
  const isSame = before === null || now === null ? before === now : isSameBytes(before, now);
  return isSame ? null : t("It changed meanwhile.");
}

function openDocument(path: string): TextDocument | undefined {
  const uri = Uri.file(path).toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

async function addFile(edit: WorkspaceEdit, { path, before, after }: MendedFile): Promise<void> {
  const uri = Uri.file(path);
  if (before !== null && after !== null && (await isPlainText(uri, before))) {
    addLines(edit, uri, before, after);
    return;
  }
  // An editor would change more of it than is meant: its encoding, or the ends of other lines.
  if (before !== null) edit.deleteFile(uri);
  if (after !== null) edit.createFile(uri, { contents: after });
}

/** Whether an editor has the file exactly as it is, so that it writes it so. */
async function isPlainText(uri: Uri, bytes: Uint8Array): Promise<boolean> {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  try {
    const document = await workspace.openTextDocument(uri);
    return document.encoding.startsWith("utf8") && document.getText() === text.decode(bytes);
  } catch {
    return false;
  }
}

/** The lines that differ alone; what stands between them is not touched. */
function addLines(edit: WorkspaceEdit, uri: Uri, before: Uint8Array, after: Uint8Array): void {
  const to = linesOf(after);
  let [line, at] = [0, 0];
  for (const { keep, remove, insert } of script(linesOf(before), to)) {
    line += keep;
    at += keep;
    const text = to
      .slice(at, at + insert)
      .map(decoded)
      .join("");
    edit.replace(uri, new Range(line, 0, line + remove, 0), text);
    line += remove;
    at += insert;
  }
}

function decoded(line: Uint8Array): string {
  return new TextDecoder("utf-8").decode(line);
}
