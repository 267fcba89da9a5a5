import type { MetricSummary } from "../../../../core/model/metric.ts";
import { exactNumber } from "../../../ui/format/number.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { t } from "../../../ui/l10n.ts";
import { Num } from "../../../ui/Num.tsx";
import type { GridCell } from "../grid/gridContent.ts";
import { Missing } from "../values/ValueCell.tsx";
import { DeltaLine } from "./DeltaLine.tsx";
import type { MetricCell } from "./metricCells.ts";
import "./MetricCell.css";

/** A metric's value with its difference from the baseline's: as numbers, as a word, as a bar. */
export function metricCell(cell: MetricCell, summary: MetricSummary | null): GridCell {
  if (summary === null || cell.value === null) return { look: "metric", content: <Missing /> };
  const hasDelta = cell.standing !== "baseline" && cell.standing !== "none";
  return {
    look: `metric ${cell.standing}`,
    content: (
      <>
        <div class="metric-line">
          <span class="metric-value">
            <Num value={cell.value} note={noteOf(summary, cell.isBest)} strong={cell.isBest} tab={false} />
            {cell.isBest && <Best />}
          </span>
          {hasDelta && cell.delta !== null && <DeltaLine delta={cell.delta} standing={cell.standing} />}
        </div>
        {hasDelta && <Bar fraction={cell.bar} />}
      </>
    ),
  };
}

function Best() {
  return (
    <span class="best-mark" title={t("Best of these runs")}>
      <Icon name="star" solid />
      <span class="unseen">{t("best")}</span>
    </span>
  );
}

/** From the middle, which is the baseline: to the left for lower, to the right for higher values. */
function Bar({ fraction }: { readonly fraction: number }) {
  const length = Math.abs(fraction) * 50;
  return (
    <div class="bar" aria-hidden="true">
      <div class="bar-fill" style={{ left: `${fraction < 0 ? 50 - length : 50}%`, width: `${length}%` }} />
    </div>
  );
}

function noteOf({ last, min, max, count }: MetricSummary, isBest: boolean): string {
  const lines = isBest ? [t("Best of these runs")] : [];
  if (count > 1) {
    lines.push(t("{0} points, last at step {1}", count, last.step));
    lines.push(t("last {0}, min {1}, max {2}", exactNumber(last.value), exactNumber(min), exactNumber(max)));
  }
  return lines.join("\n");
}
