import type { ComponentChildren } from "preact";
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../../l10n.ts";
import { type Paint, Surface } from "../frame/Surface.tsx";
import { ItemReadout, type Picking, type Place, pickedAt } from "../items/ItemSurface.tsx";
import { wholeOf } from "../paint/layout.ts";
import { type AxisActions, AxisHeads } from "./AxisHeads.tsx";
import { BrushThumbs } from "./BrushThumbs.tsx";
import { paintParallel, paintParallelAxes } from "./paintParallel.ts";
import { type Brushes, brushed, type Parallel } from "./parallel.ts";
import { crossings, layoutParallel, nearestRun, type ParallelLayout, placeAt } from "./parallelLayout.ts";
import "./Parallel.css";

interface Props extends Picking {
  readonly label: string;
  readonly parallel: Parallel;
  readonly brushes: Brushes;
  readonly actions: Omit<AxisActions, "clearBrush">;
  onBrush(brushes: Brushes): void;
  readout(run: number): ComponentChildren;
  words(run: number): string;
}

const HEIGHT = 320;
/** As near to an axis as this a drag picks a part of it. */
const AXIS_REACH = 16;
const LEAST_DRAG = 4;

interface Drawn {
  readonly layout: ParallelLayout;
  readonly crossed: readonly Float64Array[];
}

/** A line a run through all axes. What is picked on axes stays in colour. */
export function ParallelChart({ label, parallel, brushes, actions, onBrush, readout, words, onPick, onPin }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const [places, setPlaces] = useState<ParallelLayout | null>(null);
  const [hovered, setHovered] = useState<{ readonly run: number; readonly x: number; readonly y: number } | null>(null);
  /** Pointed at when the focus left: a menu that closes gives it back. */
  const left = useRef<typeof hovered>(null);
  const drag = useRef<{ readonly axis: string; readonly from: number; isLong: boolean } | null>(null);
  const chosen = useMemo(() => brushed(parallel, brushes), [parallel, brushes]);
  const set = (id: string, brush: readonly [number, number] | null) => {
    const next = new Map(brushes);
    if (brush === null) next.delete(id);
    else next.set(id, brush);
    onBrush(next);
  };

  const base = useCallback<Paint>(
    (pen, colors) => {
      const layout = layoutParallel(parallel, wholeOf(pen));
      const crossed = crossings(parallel, layout);
      drawn.current = { layout, crossed };
      setPlaces((now) => (JSON.stringify(now) === JSON.stringify(layout) ? now : layout));
      paintParallel(pen, parallel, { layout, crossed, chosen, colors });
      const room = Math.min(110, (layout.x[1] ?? pen.width) - (layout.x[0] ?? 0) - 24);
      paintParallelAxes(pen, parallel, { layout, brushes, colors, room: layout.x.length < 2 ? 110 : room });
    },
    [parallel, brushes, chosen],
  );
  const run = hovered?.run ?? null;
  const over = useCallback<Paint>(
    (pen, colors) => {
      if (run === null || drawn.current === null) return;
      const { layout, crossed } = drawn.current;
      const y = crossed.map((axis) => axis[run] ?? Number.NaN);
      pen.line(layout.x, y, { color: colors.background, width: 5 });
      pen.line(layout.x, y, { color: colors.text, width: 2.2 });
      pen.markers(layout.x, y, { shape: "circle", size: 7, color: colors.text });
    },
    [run, base],
  );

  const at = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onPointerMove = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (drawn.current === null) return;
    const { layout, crossed } = drawn.current;
    const place = at(event);
    if (drag.current !== null) {
      const to = placeAt(layout, place.y);
      const { axis, from } = drag.current;
      drag.current.isLong ||= Math.abs(to - from) * (layout.bottom - layout.top) >= LEAST_DRAG;
      if (drag.current.isLong) set(axis, [Math.min(from, to), Math.max(from, to)]);
      return;
    }
    const found = nearestRun(layout, crossed, chosen, place);
    setHovered(found === null ? null : { run: found, ...place });
  };
  const onPointerDown = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (drawn.current === null || event.button !== 0) return;
    const { layout } = drawn.current;
    const place = at(event);
    const axis = layout.x.findIndex((x) => Math.abs(x - place.x) <= AXIS_REACH);
    const id = parallel.axes[axis]?.id;
    if (id === undefined) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { axis: id, from: placeAt(layout, place.y), isLong: false };
    setHovered(null);
  };
  const pick = (picked: Place & { readonly run: number }) => {
    if (box.current !== null) onPick?.(picked.run, pickedAt(box.current, picked));
  };
  const onPointerUp = () => {
    const { axis, isLong } = drag.current ?? {};
    drag.current = null;
    if (axis !== undefined && isLong === false) set(axis, null);
    else if (axis === undefined && hovered !== null) pick(hovered);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextChosen(event.key, chosen, run);
    if (next !== undefined) {
      const { layout, crossed } = drawn.current ?? {};
      const last = layout?.x.length ?? 0;
      const y = crossed?.[last - 1]?.[next] ?? 0;
      setHovered({ run: next, x: layout?.x[last - 1] ?? 0, y });
    } else if (event.key === "Enter" && hovered !== null) pick(hovered);
    else if (event.key === " " && run !== null) onPin?.(run);
    else return;
    event.preventDefault();
  };
  return (
    <div class="parallel">
      {places !== null && (
        <AxisHeads
          axes={parallel.axes}
          x={places.x}
          brushed={new Set(brushes.keys())}
          actions={{ ...actions, clearBrush: (id) => set(id, null) }}
        />
      )}
      <Surface
        class={run === null ? "plot items" : "plot items openable"}
        box={box}
        height={HEIGHT}
        base={base}
        over={over}
        tabIndex={0}
        role="slider"
        aria-label={label}
        aria-roledescription={t("parallel coordinates")}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, chosen.length - 1)}
        aria-valuenow={Math.max(0, run === null ? 0 : chosen.indexOf(run))}
        aria-valuetext={run === null ? t("nothing pointed at") : words(run)}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerDown}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setHovered(null)}
        onFocus={() => box.current?.matches(":focus-visible") && setHovered((now) => now ?? left.current)}
        onBlur={() => {
          left.current = hovered;
          setHovered(null);
        }}
        onKeyDown={onKeyDown}
      >
        {hovered !== null && (
          <ItemReadout at={hovered} box={box.current}>
            {readout(hovered.run)}
          </ItemReadout>
        )}
      </Surface>
      {places !== null && (
        <div class="brush-thumbs">
          {parallel.axes.map((axis, i) => (
            <BrushThumbs
              key={axis.id}
              axis={axis}
              x={places.x[i] ?? 0}
              top={places.top}
              height={places.bottom - places.top}
              brush={brushes.get(axis.id) ?? null}
              onBrush={(brush) => set(axis.id, brush)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** The run that a key leads to among those in colour; undefined for keys that lead nowhere. */
function nextChosen(key: string, chosen: readonly number[], from: number | null): number | undefined {
  const at = from === null ? -1 : chosen.indexOf(from);
  if (key === "ArrowRight" || key === "ArrowDown") return chosen[Math.min(at + 1, chosen.length - 1)];
  if (key === "ArrowLeft" || key === "ArrowUp") return chosen[Math.max(at - 1, 0)];
  if (key === "Home") return chosen[0];
  return key === "End" ? chosen.at(-1) : undefined;
}
