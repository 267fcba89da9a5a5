import type { ComponentChildren } from "preact";
import { useCallback, useMemo, useRef } from "preact/hooks";
import { ChartFrame } from "../../../ui/chart/frame/ChartFrame.tsx";
import type { DataSheet } from "../../../ui/chart/frame/dataSheet.ts";
import type { Paint } from "../../../ui/chart/frame/Surface.tsx";
import { ItemSurface } from "../../../ui/chart/items/ItemSurface.tsx";
import type { ChartColors } from "../../../ui/chart/look/colors.ts";
import { wholeOf } from "../../../ui/chart/paint/layout.ts";
import type { Box, Pen } from "../../../ui/chart/paint/pen.ts";
import {
  heightOfRows,
  layoutRows,
  paintRowAxes,
  paintRowMark,
  type RowLayout,
  rowAt,
  rowMiddle,
} from "../../../ui/chart/rows/rowLayout.ts";
import type { Scale } from "../../../ui/chart/scale/scale.ts";

interface Props {
  readonly title: string;
  readonly kind: string;
  readonly count: string;
  readonly notes: readonly string[];
  /** What the one axis counts. */
  readonly axis: string;
  readonly scale: Scale;
  readonly names: readonly string[];
  /** Pixels kept at the right of the plot. */
  readonly right: number;
  /** Draws what is in the rows. */
  readonly paintRows: (pen: Pen, layout: RowLayout, colors: ChartColors) => void;
  readonly sheet: () => DataSheet;
  words(row: number): string;
  readout(row: number): ComponentChildren;
}

/** A chart of rows over one axis. */
export function RowsCard(props: Props) {
  const { title, kind, count, notes, axis, scale, names, right, paintRows, sheet, words, readout } = props;
  const layout = useRef<RowLayout | null>(null);
  const paint = useCallback(
    (pen: Pen, area: Box, colors: ChartColors): RowLayout => {
      const laid = layoutRows(pen, area, { names, scale, right });
      paintRowAxes(pen, laid, { names, title: axis, colors });
      paintRows(pen, laid, colors);
      return laid;
    },
    [names, scale, right, axis, paintRows],
  );
  const base = useCallback<Paint>(
    (pen, colors) => {
      layout.current = paint(pen, wholeOf(pen), colors);
    },
    [paint],
  );
  const order = useMemo(() => {
    const rows = names.map((_, row) => row);
    return { across: rows, upwards: rows.toReversed() };
  }, [names]);
  return (
    <ChartFrame
      title={title}
      count={count}
      notes={notes}
      wide
      parts={{
        picture: () => ({
          title,
          notes,
          legend: () => [],
          paint: (pen, area, colors) => void paint(pen, area, colors),
        }),
        sheet,
      }}
    >
      <ItemSurface
        label={title}
        kind={kind}
        height={heightOfRows(names.length)}
        base={base}
        order={order}
        place={(row) => {
          const laid = layout.current;
          return laid === null ? null : { x: laid.box.left + laid.box.width, y: rowMiddle(laid, row) };
        }}
        find={(_, y) => (layout.current === null ? null : rowAt(layout.current, names.length, y))}
        words={words}
        mark={(pen, colors, row) => layout.current !== null && paintRowMark(pen, layout.current, row, colors)}
        readout={readout}
      />
    </ChartFrame>
  );
}
