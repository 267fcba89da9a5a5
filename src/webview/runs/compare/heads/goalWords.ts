import type { Goal } from "../../../../core/model/goal.ts";
import { t } from "../../../ui/l10n.ts";

export function goalWords(goal: Goal): string {
  if (goal === "unknown") return t("Whether low or high is better is not known, so none is marked best");
  return goal === "min" ? t("Lower is better") : t("Higher is better");
}

/** What a click makes of a metric's goal: low of an unknown one, else the other. */
export function nextGoal(goal: Goal): "min" | "max" {
  return goal === "min" ? "max" : "min";
}
