import type { RefObject } from "preact";
import type { Layout } from "../paint/layout.ts";
import { pixelOf, placeOf, type Scale, valueAt } from "../scale/scale.ts";
import { panBy, zoomBy } from "../scale/zoom.ts";
import type { ChartGroup } from "./chartGroup.ts";
import type { Line } from "./line.ts";
import { nearestPlace, nextPlace } from "./nearest.ts";

interface Parts {
  readonly id: string;
  readonly layout: RefObject<Layout | null>;
  readonly lines: readonly Line[];
  readonly group: ChartGroup;
}

const ZOOM = 1.6;
const PAN = 0.25;
/** With Shift the cursor moves by so much of the axis. */
const LEAP = 0.1;

/**
 * Keys of a chart with lines: arrows move the cursor from point to point (with Shift in leaps), Home and End to the
 * ends, `+` and `-` zoom around it, Page Up and Page Down move what is zoomed, `0` or Escape shows everything.
 */
export function useLineKeys({ id, layout, lines, group }: Parts): (event: KeyboardEvent) => void {
  const moveTo = (place: number | null, laid: Layout): void => {
    if (place === null) return;
    group.point(id, place);
    const at = placeOf(laid.x.scale, place);
    if (at < 0 || at > 1) group.zoom.value = panBy(laid.x.scale, at < 0 ? at - PAN : at - 1 + PAN) ?? group.zoom.value;
  };
  const step = (forward: boolean, leap: boolean, laid: Layout): void => {
    const { scale } = laid.x;
    const from = group.cursor.value ?? valueAt(scale, forward ? 0 : 1);
    if (group.cursor.value === null) moveTo(nearestPlace(lines, from), laid);
    else if (leap) moveTo(nearestPlace(lines, valueAt(scale, placeOf(scale, from) + (forward ? LEAP : -LEAP))), laid);
    else moveTo(nextSeen(laid, lines, from, forward), laid);
  };
  return (event) => {
    const laid = layout.current;
    if (laid === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const { scale } = laid.x;
    const around = group.cursor.value === null ? 0.5 : Math.min(Math.max(placeOf(scale, group.cursor.value), 0), 1);
    const act = actionOf(event.key, {
      right: () => step(true, event.shiftKey, laid),
      left: () => step(false, event.shiftKey, laid),
      home: () => moveTo(nearestPlace(lines, scale.from), laid),
      end: () => moveTo(nearestPlace(lines, scale.to), laid),
      zoom: (range) => {
        group.zoom.value = range;
      },
      scale,
      around,
      zoomed: group.zoom.value !== null,
    });
    if (act === null) return;
    event.preventDefault();
    act();
  };
}

interface Acts {
  right(): void;
  left(): void;
  home(): void;
  end(): void;
  zoom(range: ReturnType<typeof zoomBy>): void;
  readonly scale: Scale;
  readonly around: number;
  readonly zoomed: boolean;
}

/** What a key does; null for keys that are not ours. */
function actionOf(key: string, acts: Acts): (() => void) | null {
  const { scale, around } = acts;
  const keep =
    (range: ReturnType<typeof zoomBy>): (() => void) =>
    () =>
      range !== null && acts.zoom(range);
  switch (key) {
    case "ArrowRight":
      return acts.right;
    case "ArrowLeft":
      return acts.left;
    case "Home":
      return acts.home;
    case "End":
      return acts.end;
    case "+":
    case "=":
      return keep(zoomBy(scale, ZOOM, around));
    case "-":
      return acts.zoomed ? keep(zoomBy(scale, 1 / ZOOM, around)) : () => undefined;
    case "PageUp":
      return keep(panBy(scale, -PAN));
    case "PageDown":
      return keep(panBy(scale, PAN));
    case "0":
    case "Escape":
      return acts.zoomed ? () => acts.zoom(null) : null;
    default:
      return null;
  }
}

/** The next point of any line that lies a pixel further at least, so that every press is seen. */
function nextSeen(laid: Layout, lines: readonly Line[], from: number, forward: boolean): number | null {
  const start = pixelOf(laid.x, from);
  let found = nextPlace(lines, from, forward);
  for (let tries = 0; found !== null && tries < 1000; tries++) {
    if (Math.abs(pixelOf(laid.x, found) - start) >= 1) return found;
    const next = nextPlace(lines, found, forward);
    if (next === null) return found;
    found = next;
  }
  return found;
}
