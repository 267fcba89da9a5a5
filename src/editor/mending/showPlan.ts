import { commands, Disposable, Uri, window, workspace } from "vscode";
import { decode } from "../../core/files/bytes.ts";
import type { MendedFile, MendPlan } from "../../core/verify/fix/plan.ts";
import { counted, t } from "../base/l10n.ts";
import { MENDED_SCHEME } from "../base/names.ts";

/** Folders named before the rest is counted. */
const NAMED = 3;

/** Shows what would change, as diffs, and asks whether it is to be done. */
export async function isWanted({ files, folders }: MendPlan): Promise<boolean> {
  const shown = await showDiffs(files);
  try {
    const count = files.length + folders.length;
    const mend = t("Mend");
    const detail = [
      ...folders.slice(0, NAMED).map(({ path }) => workspace.asRelativePath(path)),
      ...(folders.length > NAMED ? [t("… and {0} more", folders.length - NAMED)] : []),
    ];
    const made = folders.length === 0 ? "" : t("makes the folders {0}", detail.join(", "));
    const items = [
      {
        label: `$(check) ${counted(count, t("Mend {0} place, as it is shown"), t("Mend {0} places, as they are shown"))}`,
        description: made,
        answer: mend,
      },
      { label: `$(close) ${t("Leave everything as it is")}`, answer: "" },
    ];
    const picked = await window.showQuickPick(items, { title: t("Fix Problems"), ignoreFocusOut: true });
    return picked?.answer === mend;
  } finally {
    shown.dispose();
  }
}

/** The files as they are and as they would be, in one editor. */
async function showDiffs(files: readonly MendedFile[]): Promise<Disposable> {
  if (files.length === 0) return new Disposable(() => {});
  const after = new Map(files.map((file) => [mendedUri(file).toString(), textOf(file.after)]));
  const provider = workspace.registerTextDocumentContentProvider(MENDED_SCHEME, {
    provideTextDocumentContent: (uri) => after.get(uri.toString()) ?? "",
  });
  const sides = files.map((file) => [
    Uri.file(file.path),
    file.before === null ? undefined : Uri.file(file.path),
    file.after === null ? undefined : mendedUri(file),
  ]);
  await commands.executeCommand("vscode.changes", t("What mending changes"), sides);
  return provider;
}

function mendedUri({ path }: MendedFile): Uri {
  return Uri.file(path).with({ scheme: MENDED_SCHEME });
}

function textOf(bytes: Uint8Array | null): string {
  return bytes === null ? "" : decode(bytes, 0, bytes.length);
}
