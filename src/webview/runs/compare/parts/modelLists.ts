import { MODEL_LISTS, type ModelList, modelRows } from "../../../../core/compare/parts/modelRows.ts";
import type { ComparedList, ComparedModel } from "../../../../core/model/comparedParts.ts";
import { t } from "../../../ui/l10n.ts";

interface TitledList extends ComparedList {
  readonly id: string;
  readonly title: string;
}

/** What models are set side by side, list by list; named only where there are several. */
export function modelLists(models: readonly ComparedModel[]): readonly TitledList[] {
  return models.flatMap((model, index) =>
    MODEL_LISTS.map((list) => {
      const title = titleOf(list);
      return {
        id: `model ${index} ${list}`,
        title: models.length === 1 ? title : t("{0}: {1}", model.name, title),
        rows: modelRows(model, list, t),
        hidden: model[list].hidden,
      };
    }),
  );
}

function titleOf(list: ModelList): string {
  if (list === "facts") return t("Model");
  if (list === "inputs") return t("Model inputs");
  return list === "outputs" ? t("Model outputs") : t("Packages");
}
