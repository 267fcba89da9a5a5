import type { ExportData, LeftOut } from "../../core/compare/export/exportData.ts";
import { visibleText } from "../../core/model/visibleText.ts";
import { count } from "../ui/format/number.ts";
import { moment } from "../ui/format/time.ts";
import { t } from "../ui/l10n.ts";

/** What the page is, when it was made, and what it lacks. */
export function aboutLines({ title, made, version, leftOut }: ExportData): readonly string[] {
  return [visibleText(title), t("made {0} by MLflow Runs {1}", moment(made), version), ...leftOut.map(leftOutWords)];
}

function leftOutWords({ what, count: left, of }: LeftOut): string {
  const [some, all] = [count(left), count(of)];
  if (what === "runs") return t("the oldest {0} of {1} runs are left out", some, all);
  if (what === "details") return t("curves, models and files of the oldest {0} of {1} runs are left out", some, all);
  if (what === "curves") return t("the curves of {0} of {1} metrics are left out", some, all);
  return t("the contents of {0} of {1} files are left out", some, all);
}
