/** The one module that knows uPlot; imported lazily, so that pages without charts never load it. */
import "./language.ts";
import UPlot, { type AlignedData, type Options, type Series as PlotSeries } from "uplot";
import { shortNumber } from "../../../core/model/numberText.ts";
import { type ChartData, positiveOnly } from "./chartData.ts";
import { lineLook } from "./lineLook.ts";
import { onThemeChange, readColors } from "./themeColors.ts";

export interface PlotSettings {
  readonly data: ChartData;
  /** For each line, the look it has on this page. */
  readonly looks: readonly number[];
  readonly log: boolean;
  /** Plots of one name move their cursors together. */
  readonly sync: string;
  readonly height: number;
  /** Which x the cursor is at; null once it leaves. */
  onCursor(index: number | null): void;
}

export interface Plot {
  /** Moves the cursor by points, as arrow keys do. */
  move(by: number): void;
  /** Draws one line stronger than the others; null for all alike. */
  highlight(line: number | null): void;
  destroy(): void;
}

const FEW_POINTS = 40;

export function createPlot(root: HTMLElement, settings: PlotSettings): Plot {
  let colors = readColors();
  const data = settings.log ? positiveOnly(settings.data) : settings.data;
  const plot = new UPlot(
    options(root, settings, () => colors),
    [data.x, ...data.lines] as AlignedData,
    root,
  );
  const resizes = new ResizeObserver(() => plot.setSize({ width: root.clientWidth, height: settings.height }));
  resizes.observe(root);
  const stopTheme = onThemeChange(() => {
    colors = readColors();
    plot.redraw(false, true);
  });
  return {
    move: (by) => moveCursor(plot, by),
    highlight: (line) => plot.setSeries(line === null ? null : line + 1, { focus: line !== null }),
    destroy: () => {
      resizes.disconnect();
      stopTheme();
      plot.destroy();
    },
  };
}

function options(root: HTMLElement, settings: PlotSettings, colors: () => ReturnType<typeof readColors>): Options {
  const { data, looks, log, sync, height, onCursor } = settings;
  const font = `11px ${getComputedStyle(root).fontFamily}`;
  const axis = {
    stroke: () => colors().text,
    font,
    grid: { stroke: () => colors().grid, width: 1 },
    ticks: { stroke: () => colors().grid, width: 1, size: 4 },
  };
  return {
    width: Math.max(root.clientWidth, 100),
    height,
    legend: { show: false },
    padding: [8, 12, 0, 0],
    focus: { alpha: 0.25 },
    cursor: {
      sync: { key: `${sync}-${data.axis}` },
      points: { size: 6 },
      drag: { x: true, y: false },
      focus: { prox: looks.length > 1 ? 16 : -1 },
    },
    scales: { x: { time: false }, y: { distr: log ? 3 : 1 } },
    axes: [
      { ...axis, size: 24, gap: 3, space: 60, values: (_, ticks) => ticks.map(xText) },
      {
        ...axis,
        size: 56,
        gap: 4,
        space: 26,
        values: (_, ticks) => ticks.map((tick) => (tick === null ? "" : shortNumber(tick))),
      },
    ],
    series: [{}, ...looks.map((look, line) => series(look, line, data, colors))],
    hooks: { setCursor: [(plot) => onCursor(plot.cursor.idx ?? null)] },
  };
}

function xText(tick: number | null): string {
  return tick === null || !Number.isInteger(tick)
    ? shortNumber(tick ?? Number.NaN).replace("NaN", "")
    : tick.toLocaleString("en-US");
}

function series(look: number, line: number, data: ChartData, colors: () => ReturnType<typeof readColors>): PlotSeries {
  const points = data.lines[line]?.filter((y) => typeof y === "number").length ?? 0;
  return {
    stroke: () => colors().line(look),
    width: 1.5,
    dash: [...lineLook(look).dash],
    // Few points are worth seeing as such; a lone one would otherwise not be seen at all.
    points: { show: points <= FEW_POINTS, size: 4, fill: () => colors().line(look) },
  };
}

function moveCursor(plot: UPlot, by: number): void {
  const x = plot.data[0];
  const from = plot.cursor.idx ?? (by > 0 ? -1 : x.length);
  const index = Math.min(Math.max(from + by, 0), x.length - 1);
  plot.setCursor({ left: plot.valToPos(x[index] ?? 0, "x"), top: plot.over.clientHeight / 2 });
}
