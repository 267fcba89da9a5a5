import { shortNumber } from "../../../../core/model/numberText.ts";
import { duration, moment } from "../../format/time.ts";
import { t } from "../../l10n.ts";
import type { LineAxis } from "./model.ts";

/** A place on the x axis in words: `step 1,200`, `2 min 3 s`, `2024-03-01 09:30:00`, `epoch 3`. */
export function placeText({ title, kind }: LineAxis, at: number): string {
  if (kind === "elapsed") return duration(at);
  if (kind === "time") return moment(at);
  return t("{0} {1}", title, Number.isInteger(at) ? at.toLocaleString("en-US") : shortNumber(at));
}
