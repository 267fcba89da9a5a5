import { useComputed } from "@preact/signals";
import { useCallback, useId, useMemo, useRef } from "preact/hooks";
import { t } from "../../l10n.ts";
import { type Paint, Surface } from "../frame/Surface.tsx";
import { paintAxes } from "../paint/axes.ts";
import { type Layout, layoutPlot, wholeOf } from "../paint/layout.ts";
import { pixelOf } from "../scale/scale.ts";
import { placeText } from "./axisText.ts";
import type { ChartGroup } from "./chartGroup.ts";
import { type CursorValue, cursorValues } from "./cursorValues.ts";
import { lineScales } from "./lineScales.ts";
import type { LineModel } from "./model.ts";
import { nearIn, paintCursor } from "./paintCursor.ts";
import { paintLines } from "./paintLines.ts";
import { Readout } from "./Readout.tsx";
import { useLineKeys } from "./useLineKeys.ts";
import { useLinePicks } from "./useLinePicks.ts";
import { useLinePointer } from "./useLinePointer.ts";
import { lineWords, readoutWords } from "./words.ts";

interface Props {
  readonly model: LineModel;
  readonly group: ChartGroup;
  readonly height: number;
  /** The one line that is drawn, with the ghosts, over the axes of all. */
  readonly only?: string;
}

/** Lines over an axis. Mouse and arrow keys move the cursor; dragging, `+`, `-` and `0` zoom. */
export function LineChart({ model, group, height, only }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const layout = useRef<Layout | null>(null);
  const hidden = group.hidden.value;
  const zoom = group.zoom.value;
  const all = useMemo(() => model.lines.filter((line) => !hidden.has(line.id)), [model, hidden]);
  const lines = useMemo(
    () => (only === undefined ? all : all.filter(({ id: line, ghost }) => line === only || ghost)),
    [all, only],
  );
  const axes = useMemo(
    () => lineScales(all, { xKind: model.x.kind, yKind: model.yKind, zoom, bounds: model.bounds }),
    [all, model, zoom],
  );
  const highlighted = useComputed(() => {
    const line = group.highlighted.value;
    return line !== null && model.lines.some((known) => known.id === line) ? line : null;
  }).value;

  const base = useCallback<Paint>(
    (pen, colors) => {
      if (axes === null) return;
      const titles = { x: model.x.title, y: "" };
      const laid = layoutPlot(pen, wholeOf(pen), {
        x: { scale: axes.x, title: titles.x },
        y: { scale: axes.y, title: titles.y },
      });
      layout.current = laid;
      paintAxes(pen, laid, titles, colors);
      paintLines(pen, laid, lines, { colors, highlighted });
    },
    [axes, lines, model, highlighted],
  );

  const cursor = group.cursor.value;
  const values = useMemo(() => {
    const laid = layout.current;
    if (cursor === null || laid === null) return [];
    return cursorValues(lines, cursor, { near: nearIn(laid, cursor), ascending: model.goal === "min" });
  }, [cursor, lines, model]);
  const picks = useLinePicks({ box, layout, lines, group, values });
  const { selection, pointer } = useLinePointer({ id, layout, lines, group, onClick: picks.onClick });
  const over = useCallback<Paint>(
    (pen, colors) => {
      if (layout.current !== null) paintCursor(pen, layout.current, lines, { cursor, selection, colors });
    },
    [cursor, selection, lines, base],
  );
  const onLineKey = useLineKeys({ id, layout, lines, group });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (picks.onKey(event)) event.preventDefault();
    else onLineKey(event);
  };
  const isActive = group.active.value === id;
  const place = cursor === null ? "" : placeText(model.x, cursor);

  if (axes === null) {
    return (
      <div class="plot-note" style={{ height: `${height}px` }}>
        {all.length === 0 ? t("All lines are hidden.") : nothingText(model)}
      </div>
    );
  }
  const at = cursor === null || layout.current === null ? null : pixelOf(layout.current.x, cursor);
  const boxOfPlot = layout.current?.box;
  const isInside =
    at !== null && boxOfPlot !== undefined && at >= boxOfPlot.left - 1 && at <= boxOfPlot.left + boxOfPlot.width + 1;
  return (
    <Surface
      class="plot"
      box={box}
      height={height}
      base={base}
      over={over}
      tabIndex={0}
      role="slider"
      aria-label={lineWords(model, lines)}
      aria-roledescription={t("line chart")}
      aria-valuemin={axes.x.from}
      aria-valuemax={axes.x.to}
      aria-valuenow={cursor ?? axes.x.from}
      aria-valuetext={isActive ? readoutWords(place, chosenFirst(values, highlighted)) : t("no cursor")}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      {isInside && values.length > 0 && (
        <Readout
          place={place}
          values={values}
          active={isActive}
          left={at}
          side={at > boxOfPlot.left + boxOfPlot.width / 2 ? "left" : "right"}
        />
      )}
    </Surface>
  );
}

/** The line that stands out is told first. */
function chosenFirst(values: readonly CursorValue[], chosen: string | null): readonly CursorValue[] {
  return values.toSorted((a, b) => Number(b.line.id === chosen) - Number(a.line.id === chosen));
}

function nothingText({ yKind }: LineModel): string {
  return yKind === "log" ? t("No value above 0: nothing to show on a log scale.") : t("No number to draw.");
}
