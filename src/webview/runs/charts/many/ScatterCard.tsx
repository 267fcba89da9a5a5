import { useCallback, useMemo, useRef } from "preact/hooks";
import type { RunColumn } from "../../../../core/compare/manyRuns/columns.ts";
import { ChartFrame } from "../../../ui/chart/frame/ChartFrame.tsx";
import type { Paint } from "../../../ui/chart/frame/Surface.tsx";
import { CodingLegend } from "../../../ui/chart/items/CodingLegend.tsx";
import {
  type Coding,
  codingOf,
  colorOfClass,
  ownCoding,
  plainCoding,
  shapeOfClass,
} from "../../../ui/chart/items/coding.ts";
import { ItemSurface } from "../../../ui/chart/items/ItemSurface.tsx";
import type { ChartColors } from "../../../ui/chart/look/colors.ts";
import { paintAxes } from "../../../ui/chart/paint/axes.ts";
import { layoutPlot, wholeOf } from "../../../ui/chart/paint/layout.ts";
import type { Box, Pen } from "../../../ui/chart/paint/pen.ts";
import { nearestPoint, type Pixels, paintScatter, scatterPixels } from "../../../ui/chart/points/paintScatter.ts";
import { scatterOf } from "../../../ui/chart/points/scatter.ts";
import { count } from "../../../ui/format/number.ts";
import { counted, t } from "../../../ui/l10n.ts";
import { columnName } from "./ColumnSelect.tsx";
import type { ChosenColumns } from "./chosen.ts";
import { RunFacts, runWords } from "./RunFacts.tsx";
import type { RunSet } from "./runSet.ts";
import { runSheet } from "./runSheet.ts";

interface Props {
  readonly runs: RunSet;
  readonly chosen: ChosenColumns;
  onOpen(run: number): void;
}

const HEIGHT = 340;

/** Any two columns of numbers, a point a run. */
export function ScatterCard({ runs, chosen, onOpen }: Props) {
  const { x, y, color, size } = chosen;
  if (x === null || y === null)
    return <p class="plot-note">{t("Two columns of numbers in which the runs differ are needed.")}</p>;
  return <Scatter runs={runs} chosen={{ ...chosen, x, y, color, size }} onOpen={onOpen} />;
}

interface ScatterProps extends Props {
  readonly chosen: ChosenColumns & {
    readonly x: NonNullable<ChosenColumns["x"]>;
    readonly y: NonNullable<ChosenColumns["y"]>;
  };
}

function Scatter({ runs, chosen, onOpen }: ScatterProps) {
  const { x, y, color, size, isLog } = chosen;
  const coding = useMemo(() => colorCoding(runs, color), [runs, color]);
  const scatter = useMemo(
    () => scatterOf({ x, y, size, coding, logX: isLog(x), logY: isLog(y) }),
    [x, y, size, coding, isLog(x), isLog(y)],
  );
  const pixels = useRef<Pixels | null>(null);
  const paint = useCallback(
    (pen: Pen, area: Box, colors: ChartColors): Pixels => {
      const titles = { x: columnName(x), y: columnName(y) };
      const axes = { x: { scale: scatter.x, title: titles.x }, y: { scale: scatter.y, title: titles.y } };
      const layout = layoutPlot(pen, area, axes);
      paintAxes(pen, layout, titles, colors);
      const placed = scatterPixels(scatter, layout, x.values, y.values);
      paintScatter(pen, scatter, placed, colors);
      return placed;
    },
    [scatter, x, y],
  );
  const base = useCallback<Paint>(
    (pen, colors) => {
      pixels.current = paint(pen, wholeOf(pen), colors);
    },
    [paint],
  );
  const shownColumns = [x, y, color, size].filter((column): column is RunColumn => column !== null);
  const total = runs.labels.length;
  const left = total - scatter.shown.length;
  const notes =
    left === 0
      ? []
      : [
          counted(
            left,
            "{0} run without a place on both axes left out",
            "{0} runs without a place on both axes left out",
          ),
        ];
  const title = t("{0} over {1}", columnName(y), columnName(x));
  const placeOf = (run: number) => {
    const [px, py] = [pixels.current?.x[run] ?? Number.NaN, pixels.current?.y[run] ?? Number.NaN];
    return Number.isNaN(px) || Number.isNaN(py) ? null : { x: px, y: py };
  };
  return (
    <ChartFrame
      title={title}
      count={t("{0} of {1} runs", count(scatter.shown.length), count(total))}
      notes={notes}
      wide
      parts={{
        picture: () => ({
          title,
          notes,
          legend: (colors) =>
            coding.legend.map((one) => ({
              label: one.label,
              color: colorOfClass(one, colors),
              dash: [],
              shape: shapeOfClass(one),
            })),
          paint: (pen, area, colors) => void paint(pen, area, colors),
        }),
        sheet: () => runSheet(runs, shownColumns, scatter.shown, "people"),
        data: () => runSheet(runs, shownColumns, scatter.shown, "programs"),
      }}
    >
      <ItemSurface
        label={t("{0} of {1} runs", title, scatter.shown.length)}
        kind={t("scatter plot")}
        height={HEIGHT}
        base={base}
        order={scatter.order}
        place={placeOf}
        find={(atX, atY) => (pixels.current === null ? null : nearestPoint(pixels.current, atX, atY))}
        words={(run) => runWords(runs, run, shownColumns)}
        mark={(pen, colors, run) => {
          const at = placeOf(run);
          if (at === null) return;
          const across = (scatter.sizes[run] ?? 8) + 5;
          pen.markers([at.x], [at.y], { shape: "circle", size: across, color: colors.text, hollow: true });
        }}
        readout={(run) => <RunFacts runs={runs} run={run} columns={shownColumns} />}
        onOpen={onOpen}
      />
      <CodingLegend title={color === null ? "" : columnName(color)} coding={coding} />
    </ChartFrame>
  );
}

/** By a column, else each run as it looks elsewhere, else all alike. */
export function colorCoding(runs: RunSet, color: RunColumn | null): Coding {
  if (color !== null) return codingOf(color);
  return runs.looks === null ? plainCoding(runs.labels.length) : ownCoding(runs.labels, runs.looks);
}
