import { type QuickPickItem, window } from "vscode";
import type { Fixable } from "../../core/verify/fix/wanted.ts";
import { counted, t } from "../base/l10n.ts";

interface FixItem extends QuickPickItem {
  readonly findings: readonly Fixable[];
}

/** Asks what is to be mended, by what is done; nothing is chosen beforehand. Undefined where nothing is. */
export async function pickFixes(findings: readonly Fixable[]): Promise<readonly Fixable[] | undefined> {
  if (findings.length === 0) {
    void window.showInformationMessage(t("Nothing was found that can be mended for you."));
    return undefined;
  }
  const picked = await window.showQuickPick(itemsOf(findings), {
    title: t("Fix Problems"),
    placeHolder: t("What is to be mended? Each change is shown first."),
    canPickMany: true,
  });
  return picked === undefined || picked.length === 0 ? undefined : picked.flatMap((item) => item.findings);
}

function itemsOf(findings: readonly Fixable[]): FixItem[] {
  const groups = new Map<string, Fixable[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.fix.title}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const files = new Set(group.flatMap(({ fix }) => fix.edits.map(({ path }) => path))).size;
    const isFolders = first.fix.edits.every(({ kind }) => kind === "create-folder");
    const count = isFolders
      ? counted(files, t("{0} folder"), t("{0} folders"))
      : counted(files, t("{0} file"), t("{0} files"));
    return [
      {
        label: first.fix.title,
        description: `${count} · ${first.rule}`,
        ...(first.fix.isLocal && {
          detail: t("Holds on this machine alone, for an MLflow that opens the store here."),
        }),
        findings: group,
      },
    ];
  });
}
