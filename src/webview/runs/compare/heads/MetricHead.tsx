import type { ComparedMetric } from "../../../../core/model/views.ts";
import { visibleText } from "../../../../core/model/visibleText.ts";
import type { CompareOrder } from "../../../../protocol/compare.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Key } from "../../../ui/Key.tsx";
import { t } from "../../../ui/l10n.ts";
import { goalWords } from "./goalWords.ts";

interface Props {
  readonly metric: ComparedMetric;
  readonly order: CompareOrder | null;
  /** Runs stand beside each other, not below: the arrow of the order lies. */
  readonly isAcross: boolean;
  onSort(): void;
  onGoal(): void;
}

/** A metric's name, which orders the runs by it, and whether low or high is better, which can be said otherwise. */
export function MetricHead({ metric: { key, goal }, order, isAcross, onSort, onGoal }: Props) {
  const own = order?.metric === key ? order : null;
  const name = visibleText(key);
  return (
    <div class="metric-head">
      <button
        type="button"
        class="sort-button metric-key"
        tabIndex={-1}
        title={`${name}\n${t("Click to order the runs by it")}`}
        onClick={onSort}
      >
        <Key text={key} />
        {own !== null && <Icon name={arrow(own.descending, isAcross)} />}
        {own !== null && <span class="unseen">{own.descending ? t("greatest first") : t("least first")}</span>}
      </button>
      <button
        type="button"
        class="goal"
        tabIndex={-1}
        title={`${goalWords(goal)}\n${t("Click to say otherwise")}`}
        aria-label={t("{0}: {1}. Say otherwise", name, goalWords(goal))}
        onClick={onGoal}
      >
        {goal === "unknown" ? "?" : goal === "min" ? "↓" : "↑"}
      </button>
    </div>
  );
}

function arrow(descending: boolean, isAcross: boolean): "left" | "right" | "up" | "down" {
  if (isAcross) return descending ? "left" : "right";
  return descending ? "down" : "up";
}
