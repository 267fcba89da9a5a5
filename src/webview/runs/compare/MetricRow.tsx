import type { Signal } from "@preact/signals";
import type { MetricSummary } from "../../../core/model/metric.ts";
import type { ComparedMetric } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { ColumnOrder } from "../../../protocol/runs.ts";
import { exactNumber } from "../../ui/format/number.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Key } from "../../ui/Key.tsx";
import { t } from "../../ui/l10n.ts";
import { Num } from "../../ui/Num.tsx";
import { nextOrder } from "./columnOrder.ts";
import type { RowPlace } from "./place.ts";

interface Props {
  readonly metric: ComparedMetric;
  readonly columns: readonly number[];
  readonly place: RowPlace;
  readonly order: Signal<ColumnOrder | null>;
}

/** A metric's last values, the best of them marked; its name orders the columns by it. */
export function MetricRow({ metric, columns, place, order }: Props) {
  const { key, goal, values, best } = metric;
  const own = order.value?.metric === key ? order.value : null;
  return (
    <tr {...place}>
      <th scope="row" tabIndex={-1}>
        <button
          type="button"
          class="sort-button metric-key"
          tabIndex={-1}
          title={`${visibleText(key)}\n${goalWords(goal)}\n${t("Click to order the runs by it")}`}
          onClick={() => {
            order.value = nextOrder(order.value, key, goal !== "min");
          }}
        >
          <Key text={key} />
          {own !== null && <Icon name={own.descending ? "left" : "right"} />}
          {own !== null && <span class="unseen">{own.descending ? t("greatest first") : t("least first")}</span>}
        </button>
      </th>
      {columns.map((index) => {
        const value = values[index] ?? null;
        const isBest = best.includes(index);
        return (
          <td key={index} class={isBest ? "number best-cell" : "number"} tabIndex={-1}>
            {value === null ? (
              <Missing />
            ) : (
              <Num value={value.last.value} note={noteOf(value, isBest)} strong={isBest} tab={false} />
            )}
            {isBest && <Best />}
          </td>
        );
      })}
    </tr>
  );
}

function Best() {
  return (
    <span class="best-mark" title={t("Best of these runs")}>
      <Icon name="star" solid />
      <span class="unseen">{t("best")}</span>
    </span>
  );
}

/** Where a run has no such key. */
export function Missing() {
  return (
    <span class="dim">
      <span aria-hidden="true">–</span>
      <span class="unseen">{t("none")}</span>
    </span>
  );
}

function noteOf({ last, min, max, count }: MetricSummary, isBest: boolean): string {
  const lines = isBest ? [t("Best of these runs")] : [];
  if (count > 1) {
    lines.push(t("{0} points, last at step {1}", count, last.step));
    lines.push(t("min {0}, max {1}", exactNumber(min), exactNumber(max)));
  }
  return lines.join("\n");
}

function goalWords(goal: ComparedMetric["goal"]): string {
  if (goal === "unknown") return t("Whether low or high is better is not known, so none is marked best");
  return goal === "min" ? t("Lower is better") : t("Higher is better");
}
