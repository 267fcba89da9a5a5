import { window, workspace } from "vscode";
import { t } from "../base/l10n.ts";
import { Command } from "../base/names.ts";
import type { Commands } from "../commands/registry.ts";
import { choiceOf, type VerifyChoice } from "./choice.ts";
import type { VerifyParts } from "./verifyParts.ts";

const LAST = "mlflowRuns.verifyChoice";

/** Verify Data, Verify Data for… and the same once more; each shows one report. */
export function registerVerify(commands: Commands, parts: VerifyParts): void {
  commands.add(Command.verify, (given?: unknown) => verify(parts, choiceOf(given)));
  commands.add(Command.verifyFor, async () => {
    const { pickChoice } = await import("./pickChoice.ts");
    const choice = await pickChoice(lastOf(parts));
    if (choice === null) return undefined;
    await parts.memory.update(LAST, choice);
    return verify(parts, choice);
  });
}

function lastOf({ memory }: VerifyParts): VerifyChoice | null {
  const kept: unknown = memory.get(LAST);
  return kept === undefined ? null : choiceOf(kept);
}

/** The report's text; undefined where there is nothing to verify. */
async function verify(parts: VerifyParts, choice: VerifyChoice): Promise<string | undefined> {
  await parts.stores.ready();
  if (parts.stores.all.length === 0) {
    void window.showInformationMessage(nothingToVerify());
    return undefined;
  }
  const { verifyAndReport } = await import("./verifyData.ts");
  return verifyAndReport(parts, choice);
}

function nothingToVerify(): string {
  return (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === "file")
    ? t("There are no MLflow runs here to verify. “Add Store…” adds a folder or a database.")
    : t("Open a folder on disk to verify its MLflow runs.");
}
