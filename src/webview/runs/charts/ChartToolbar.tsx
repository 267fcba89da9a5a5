import type { Signal } from "@preact/signals";
import type { BandKind } from "../../../core/model/bands.ts";
import type { SeriesAxis } from "../../../core/model/views.ts";
import { visibleText } from "../../../core/model/visibleText.ts";
import type { ChartGrouping, ChartState } from "../../../protocol/chartState.ts";
import type { ChartGroup } from "../../ui/chart/lines/chartGroup.ts";
import { t } from "../../ui/l10n.ts";
import { Select } from "../../ui/Select.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { BANDS, MOST_SMOOTHING, OUTLIERS } from "./restore.ts";

interface Props {
  readonly choices: Signal<ChartState>;
  readonly group: ChartGroup;
  /** Those that may be an axis. */
  readonly metrics: readonly string[];
  readonly groupings: readonly ChartGrouping[];
  /** Whether the lines are groups at present. */
  readonly isGrouped: boolean;
}

/** What is set for all charts at once. */
export function ChartToolbar({ choices, group, metrics, groupings, isGrouped }: Props) {
  const now = choices.value;
  const set = (changes: Partial<ChartState>) => {
    choices.value = { ...now, ...changes };
  };
  // A zoom is a range of the axis it was made on.
  const setAxis = (changes: Partial<ChartState>) => {
    group.zoom.value = null;
    group.cursor.value = null;
    set(changes);
  };
  return (
    <div class="chart-toolbar" role="toolbar" aria-label={t("Charts")}>
      <Select
        label={t("X axis")}
        value={axisId(now.axis)}
        options={[
          { id: "step", text: t("Step") },
          { id: "relative", text: t("Relative time") },
          { id: "wall", text: t("Wall time") },
          ...metrics.map((key) => ({ id: METRIC + key, text: visibleText(key), group: t("Metrics") })),
        ]}
        onChange={(id) => setAxis({ axis: axisOfId(id) })}
      />
      <Slider
        label={t("Smoothing")}
        value={now.smoothing}
        most={MOST_SMOOTHING}
        step={0.01}
        onChange={(smoothing) => set({ smoothing })}
      />
      <Toggle label={t("Log x")} on={now.logX} onChange={(logX) => setAxis({ logX })} />
      <Toggle label={t("Log y")} on={now.logY} onChange={(logY) => set({ logY })} />
      <Select
        label={t("Outliers")}
        value={String(now.outliers)}
        options={OUTLIERS.map((percent) => ({ id: String(percent), text: outliersText(percent) }))}
        onChange={(id) => set({ outliers: Number(id) })}
      />
      {groupings.length > 0 && (
        <Select
          label={t("Group by")}
          value={isGrouped && now.grouping !== null ? groupingId(now.grouping) : ""}
          options={[
            { id: "", text: t("Nothing") },
            ...groupings.map((one) => ({ id: groupingId(one), text: visibleText(one.key), group: headings()[one.of] })),
          ]}
          onChange={(id) => set({ grouping: groupings.find((one) => groupingId(one) === id) ?? null })}
        />
      )}
      {isGrouped && (
        <Select
          label={t("Mean and")}
          value={now.band}
          options={BANDS.map((band) => ({ id: band, text: bandText(band) }))}
          onChange={(id) => set({ band: BANDS.find((band) => band === id) ?? "std" })}
        />
      )}
      <Toggle
        label={t("Side by side")}
        on={now.layout === "each"}
        onChange={(each) => set({ layout: each ? "each" : "overlay" })}
      />
      {group.zoom.value !== null && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            group.zoom.value = null;
          }}
        >
          {t("Reset zoom")}
        </button>
      )}
    </div>
  );
}

const METRIC = "metric:";

function axisId(axis: SeriesAxis): string {
  return typeof axis === "object" ? METRIC + axis.metric : axis;
}

function axisOfId(id: string): SeriesAxis {
  if (id === "relative" || id === "wall") return id;
  return id.startsWith(METRIC) ? { metric: id.slice(METRIC.length) } : "step";
}

function groupingId({ of, key }: ChartGrouping): string {
  return `${of}:${key}`;
}

function headings(): Readonly<Record<ChartGrouping["of"], string>> {
  return { attribute: t("Attributes"), param: t("Params"), tag: t("Tags") };
}

function bandText(band: BandKind): string {
  if (band === "std") return t("standard deviation");
  return band === "stderr" ? t("standard error") : t("least to greatest");
}

function outliersText(percent: number): string {
  return percent === 0 ? t("Keep all") : t("Cut beyond {0} – {1} %", percent, 100 - percent);
}

function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange(on: boolean): void }) {
  return (
    <button type="button" class="text-button" aria-pressed={on} onClick={() => onChange(!on)}>
      {label}
    </button>
  );
}
