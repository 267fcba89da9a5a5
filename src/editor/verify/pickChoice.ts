import { type QuickPickItem, window } from "vscode";
import { t } from "../base/l10n.ts";
import { targetOfVersion, USUAL, type VerifyChoice } from "./choice.ts";

interface ChoiceItem extends QuickPickItem {
  /** Null where a version is asked for. */
  readonly choice: VerifyChoice | null;
}

/** Asks for whom the data is verified, what was chosen last first; null where nothing is chosen. */
export async function pickChoice(last: VerifyChoice | null): Promise<VerifyChoice | null> {
  const items = choiceItems(last);
  const picked = await window.showQuickPick(items, {
    title: t("Verify Data"),
    placeHolder: t("For whom, and how thoroughly?"),
    matchOnDetail: true,
  });
  if (picked === undefined) return null;
  return picked.choice ?? (await askVersion());
}

function choiceItems(last: VerifyChoice | null): ChoiceItem[] {
  const known = usualItems();
  const isLast = ({ choice }: ChoiceItem) => JSON.stringify(choice) === JSON.stringify(last);
  const own = last === null ? undefined : (known.find(isLast) ?? { label: last.target, choice: last });
  if (own === undefined) return known;
  return [{ ...own, description: t("as last time") }, ...known.filter((item) => item !== own)];
}

function usualItems(): ChoiceItem[] {
  const full = (target: string): VerifyChoice => ({ target, level: "full" });
  const versions = ["3.18", "2.22", "1.30"].map((version): ChoiceItem => {
    const detail = t("Would this version open the data and show all of it?");
    return { label: `MLflow ${version}`, detail, choice: full(`mlflow-${version}`) };
  });
  return [
    { label: t("The data itself"), detail: t("Is anything lost or contradictory?"), choice: USUAL },
    {
      label: t("The data itself, every byte"),
      detail: t("Every artifact as well: pointers, links, files that do not parse. Takes longer."),
      choice: { target: "data", level: "bytes" },
    },
    {
      label: t("The data itself, quickly"),
      detail: t("Folders and metadata only, no values."),
      choice: { target: "data", level: "quick" },
    },
    ...versions,
    { label: t("Another version of MLflow…"), choice: null },
    {
      label: t("Migration to a database"),
      detail: t("Would “mlflow migrate-filestore” succeed and lose nothing?"),
      choice: full("migration"),
    },
  ];
}

async function askVersion(): Promise<VerifyChoice | null> {
  const text = await window.showInputBox({
    title: t("Verify Data"),
    prompt: t("Version of MLflow"),
    placeHolder: "3.18",
    validateInput: (typed) => (targetOfVersion(typed) === null ? t("A version such as 3.18.") : null),
  });
  const target = text === undefined ? null : targetOfVersion(text);
  return target === null ? null : { target, level: "full" };
}
