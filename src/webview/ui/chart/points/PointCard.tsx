import { useCallback, useRef } from "preact/hooks";
import { count } from "../../format/number.ts";
import { t } from "../../l10n.ts";
import { ChartFrame } from "../frame/ChartFrame.tsx";
import type { DataSheet } from "../frame/dataSheet.ts";
import type { Paint } from "../frame/Surface.tsx";
import { CodingLegend } from "../items/CodingLegend.tsx";
import { pictureLegend } from "../items/coding.ts";
import { type Fact, Facts } from "../items/Facts.tsx";
import { ItemSurface, type Picking } from "../items/ItemSurface.tsx";
import type { ChartColors } from "../look/colors.ts";
import { paintAxes } from "../paint/axes.ts";
import { type Layout, layoutPlot, wholeOf } from "../paint/layout.ts";
import type { Box, Pen } from "../paint/pen.ts";
import { nearestPoint, type Pixels, paintScatter, scatterPixels } from "./paintScatter.ts";
import type { Scatter } from "./scatter.ts";

interface Props extends Picking {
  readonly title: string;
  /** The chart in words. */
  readonly label: string;
  readonly notes: readonly string[];
  readonly height: number;
  /** Items altogether, with a place or without. */
  readonly total: number;
  readonly points: Scatter;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly axes: { readonly x: string; readonly y: string };
  /** What the points are told apart by; empty for nothing. */
  readonly codedBy: string;
  /** Points with a ring around them. */
  readonly ringed: ReadonlySet<number>;
  /** Draws what lies below the points. */
  readonly below?: (pen: Pen, layout: Layout, colors: ChartColors) => void;
  words(item: number): string;
  nameOf(item: number): string;
  factsOf(item: number): readonly Fact[];
  sheet(audience: "people" | "programs"): DataSheet;
}

const RING = 5;
const POINTER = 9;

/** Things as points over two axes: pointed at, picked, shown as a table, saved. */
export function PointCard(props: Props) {
  const { title, label, notes, height, total, points, x, y, axes, codedBy, ringed, below } = props;
  const pixels = useRef<Pixels | null>(null);
  const ring = (pen: Pen, placed: Pixels, items: Iterable<number>, color: string, more: number): void => {
    for (const item of items) {
      const style = { shape: "circle", size: (points.sizes[item] ?? 8) + more, color, hollow: true } as const;
      pen.markers([placed.x[item] ?? Number.NaN], [placed.y[item] ?? Number.NaN], style);
    }
  };
  const paint = useCallback(
    (pen: Pen, area: Box, colors: ChartColors): Pixels => {
      const layout = layoutPlot(pen, area, {
        x: { scale: points.x, title: axes.x },
        y: { scale: points.y, title: axes.y },
      });
      paintAxes(pen, layout, axes, colors);
      below?.(pen, layout, colors);
      const placed = scatterPixels(points, layout, x, y);
      paintScatter(pen, points, placed, colors);
      ring(pen, placed, ringed, colors.text, RING);
      return placed;
    },
    [points, x, y, axes.x, axes.y, ringed, below],
  );
  const base = useCallback<Paint>(
    (pen, colors) => {
      pixels.current = paint(pen, wholeOf(pen), colors);
    },
    [paint],
  );
  const place = (item: number) => {
    const [atX, atY] = [pixels.current?.x[item] ?? Number.NaN, pixels.current?.y[item] ?? Number.NaN];
    return Number.isNaN(atX) || Number.isNaN(atY) ? null : { x: atX, y: atY };
  };
  return (
    <ChartFrame
      title={title}
      count={t("{0} of {1} runs", count(points.shown.length), count(total))}
      notes={notes}
      wide
      parts={{
        picture: () => ({
          title,
          notes,
          legend: (colors) => pictureLegend(points.coding, colors),
          paint: (pen, area, colors) => void paint(pen, area, colors),
        }),
        sheet: () => props.sheet("people"),
        data: () => props.sheet("programs"),
      }}
    >
      <ItemSurface
        label={label}
        kind={t("scatter plot")}
        height={height}
        base={base}
        order={points.order}
        place={place}
        find={(atX, atY) => (pixels.current === null ? null : nearestPoint(pixels.current, atX, atY))}
        words={props.words}
        mark={(pen, colors, item) => pixels.current && ring(pen, pixels.current, [item], colors.text, POINTER)}
        readout={(item) => <Facts name={props.nameOf(item)} facts={props.factsOf(item)} />}
        {...(props.onPick && { onPick: props.onPick })}
        {...(props.onPin && { onPin: props.onPin })}
      />
      <CodingLegend title={codedBy} coding={points.coding} />
    </ChartFrame>
  );
}
