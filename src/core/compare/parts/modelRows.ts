import type { ComparedModel } from "../../model/comparedParts.ts";
import type { Translate } from "../../model/timeText.ts";
import type { ComparedValue } from "../../model/views.ts";
import { differs } from "../columns.ts";

/** What is set side by side of models, in the order shown. */
export const MODEL_LISTS = ["facts", "inputs", "outputs", "packages"] as const;
export type ModelList = (typeof MODEL_LISTS)[number];

/** One of the lists of a model; its facts begin with why nothing is said of some models' files. */
export function modelRows(model: ComparedModel, list: ModelList, t: Translate): readonly ComparedValue[] {
  const { rows } = model[list];
  const isUnread = list === "facts" && model.reasons.some((reason) => reason !== null);
  return isUnread ? [{ key: t("files"), values: model.reasons, differs: differs(model.reasons) }, ...rows] : rows;
}
