import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Layout } from "../paint/layout.ts";
import { placeOf, valueAtPixel } from "../scale/scale.ts";
import { zoomTo } from "../scale/zoom.ts";
import type { ChartGroup } from "./chartGroup.ts";
import type { Line } from "./line.ts";
import { nearestPlace } from "./nearest.ts";

interface Parts {
  readonly id: string;
  readonly layout: RefObject<Layout | null>;
  readonly lines: readonly Line[];
  readonly group: ChartGroup;
  /** At pixels of the chart. */
  onClick(x: number, y: number): void;
}

type MouseHandler = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => void;

/** A shorter drag is a click. */
const LEAST_DRAG = 5;

/** The mouse over lines: it moves the cursor from point to point, drags a zoom, and leaves it by a double click. */
export function useLinePointer({ id, layout, lines, group, onClick }: Parts) {
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const pixelIn = (event: PointerEvent & { readonly currentTarget: HTMLElement }, laid: Layout): number => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.min(Math.max(x, laid.box.left), laid.box.left + laid.box.width);
  };
  const onPointerMove: MouseHandler = (event) => {
    const laid = layout.current;
    if (laid === null) return;
    const pixel = pixelIn(event, laid);
    if (drag !== null) setDrag([drag[0], pixel]);
    const place = nearestPlace(lines, valueAtPixel(laid.x, pixel));
    if (place !== null) group.point(id, place);
  };
  const onPointerDown: MouseHandler = (event) => {
    const laid = layout.current;
    if (laid === null || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const pixel = pixelIn(event, laid);
    setDrag([pixel, pixel]);
  };
  const onPointerUp: MouseHandler = (event) => {
    const laid = layout.current;
    setDrag(null);
    if (laid === null || drag === null) return;
    if (Math.abs(drag[1] - drag[0]) < LEAST_DRAG) {
      onClick(pixelIn(event, laid), event.clientY - event.currentTarget.getBoundingClientRect().top);
      return;
    }
    const [from, to] = drag.map((pixel) => placeOf(laid.x.scale, valueAtPixel(laid.x, pixel)));
    group.zoom.value = zoomTo(laid.x.scale, from ?? 0, to ?? 1) ?? group.zoom.value;
  };
  return {
    selection: drag !== null && Math.abs(drag[1] - drag[0]) >= LEAST_DRAG ? drag : null,
    pointer: {
      onPointerMove,
      onPointerDown,
      onPointerUp,
      onPointerCancel: () => setDrag(null),
      onPointerLeave: () => drag === null && group.leave(id),
      onBlur: () => group.leave(id),
      onDblClick: () => {
        group.zoom.value = null;
      },
    },
  };
}
