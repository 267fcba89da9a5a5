import { differs } from "../../../../core/compare/columns.ts";
import type { ComparedList, ComparedModel } from "../../../../core/model/comparedParts.ts";
import type { ComparedValue } from "../../../../core/model/views.ts";
import { t } from "../../../ui/l10n.ts";

interface TitledList extends ComparedList {
  readonly id: string;
  readonly title: string;
}

/** What models are set side by side by, list by list; named only where there are several. */
export function modelLists(models: readonly ComparedModel[]): readonly TitledList[] {
  return models.flatMap((model, index) => {
    const titled = (title: string) => (models.length === 1 ? title : t("{0}: {1}", model.name, title));
    const list = (id: string, title: string, { rows, hidden }: ComparedList): TitledList => ({
      id: `model ${index} ${id}`,
      title: titled(title),
      rows,
      hidden,
    });
    return [
      list("facts", t("Model"), { ...model.facts, rows: [...unread(model), ...model.facts.rows] }),
      list("inputs", t("Model inputs"), model.inputs),
      list("outputs", t("Model outputs"), model.outputs),
      list("packages", t("Packages"), model.packages),
    ];
  });
}

/** Why nothing is said of some models' files. */
function unread({ reasons }: ComparedModel): readonly ComparedValue[] {
  if (reasons.every((reason) => reason === null)) return [];
  return [{ key: t("files"), values: reasons, differs: differs(reasons) }];
}
