import type { Goal } from "../../../../core/model/goal.ts";
import type { CompareState } from "../../../../protocol/compare.ts";
import { t } from "../../../ui/l10n.ts";

export function goalWords(goal: Goal): string {
  if (goal === "unknown") return t("Whether low or high is better is not known, so none is marked best");
  return goal === "min" ? t("Lower is better") : t("Higher is better");
}

type Goals = CompareState["goals"];

/** What a click makes of a metric's goal: of an unknown one low, high, unknown; else the other one and back. */
export function nextGoals(goals: Goals, key: string, guess: Goal): Goals {
  const { [key]: own, ...others } = goals;
  if (guess === "unknown") {
    if (own === undefined) return { ...others, [key]: "min" };
    return own === "min" ? { ...others, [key]: "max" } : others;
  }
  return own === undefined ? { ...others, [key]: guess === "min" ? "max" : "min" } : others;
}
