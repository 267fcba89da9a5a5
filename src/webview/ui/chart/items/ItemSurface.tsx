import type { ComponentChildren } from "preact";
import { useCallback, useRef, useState } from "preact/hooks";
import { t } from "../../l10n.ts";
import { type Paint, Surface } from "../frame/Surface.tsx";
import type { ChartColors } from "../look/colors.ts";
import type { Pen } from "../paint/pen.ts";
import { type ItemOrder, isStepKey, stepFrom } from "./stepping.ts";
import "../frame/readout.css";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where an item was picked, for a menu beside it. */
export interface PickedAt {
  /** In pixels of the window. */
  readonly beside: DOMRect;
  readonly opener: HTMLElement;
}

/** What comes of an item that is pointed at. */
export interface Picking {
  /** A click, or Enter. */
  onPick?(item: number, at: PickedAt): void;
  /** The space bar. */
  onPin?(item: number): void;
}

interface Props extends Picking {
  /** What the chart shows, in words, and what kind of chart it is. */
  readonly label: string;
  readonly kind: string;
  readonly height: number;
  readonly base: Paint;
  readonly order: ItemOrder;
  /** Where an item is drawn; null where it is not. */
  place(item: number): Place | null;
  /** The item at a place; null where there is none. */
  find(x: number, y: number): number | null;
  words(item: number): string;
  mark(pen: Pen, colors: ChartColors, item: number): void;
  readout(item: number): ComponentChildren;
}

/** A chart of things that can each be pointed at: by the mouse, or by keys from one to the next. */
export function ItemSurface(props: Props) {
  const { label, kind, height, base, order, place, find, words, mark, readout, onPick, onPin } = props;
  const box = useRef<HTMLDivElement>(null);
  const [item, setItem] = useState<number | null>(null);
  /** Pointed at when the focus left: a menu that closes gives it back. */
  const left = useRef<number | null>(null);
  const shown = item === null ? null : place(item);
  const over = useCallback<Paint>(
    (pen, colors) => {
      if (item !== null) mark(pen, colors, item);
    },
    [item, mark, base],
  );
  const at = item === null ? -1 : order.across.indexOf(item);
  const pick = (picked: number) => {
    const at = place(picked);
    if (box.current !== null && at !== null) onPick?.(picked, pickedAt(box.current, at));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isStepKey(event.key)) setItem(stepFrom(order, item, event.key));
    else if (event.key === "Enter" && item !== null) pick(item);
    else if (event.key === " " && item !== null) onPin?.(item);
    else if (event.key === "Escape" && item !== null) setItem(null);
    else return;
    event.preventDefault();
  };
  return (
    <Surface
      class={onPick !== undefined && item !== null ? "plot items openable" : "plot items"}
      box={box}
      height={height}
      base={base}
      over={over}
      tabIndex={0}
      role="slider"
      aria-label={label}
      aria-roledescription={kind}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, order.across.length - 1)}
      aria-valuenow={Math.max(0, at)}
      aria-valuetext={item === null ? t("nothing pointed at") : words(item)}
      onKeyDown={onKeyDown}
      onPointerMove={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        setItem(find(event.clientX - left, event.clientY - top));
      }}
      onPointerLeave={() => setItem(null)}
      onFocus={() => box.current?.matches(":focus-visible") && setItem((now) => now ?? left.current)}
      onBlur={() => {
        left.current = item;
        setItem(null);
      }}
      onClick={() => item !== null && pick(item)}
    >
      {shown !== null && item !== null && (
        <ItemReadout at={shown} box={box.current}>
          {readout(item)}
        </ItemReadout>
      )}
    </Surface>
  );
}

export function pickedAt(element: HTMLElement, { x, y }: Place): PickedAt {
  const { left, top } = element.getBoundingClientRect();
  return { beside: new DOMRect(left + x, top + y, 1, 1), opener: element };
}

interface ReadoutProps {
  readonly at: Place;
  readonly box: HTMLElement | null;
  readonly children: ComponentChildren;
}

/** Beside an item, at the side that has more room. */
export function ItemReadout({ at, box, children }: ReadoutProps) {
  const { clientWidth = 0, clientHeight = 0 } = box ?? {};
  const side = at.x > clientWidth / 2 ? "left" : "right";
  const half = at.y > clientHeight / 2 ? "above" : "below";
  return (
    <div class={`readout at ${side} ${half}`} style={{ left: `${at.x}px`, top: `${at.y}px` }} aria-hidden="true">
      {children}
    </div>
  );
}
