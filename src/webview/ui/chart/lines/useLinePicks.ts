import { createContext, type RefObject } from "preact";
import { useContext } from "preact/hooks";
import { type PickedAt, pickedAt } from "../items/ItemSurface.tsx";
import type { Layout } from "../paint/layout.ts";
import { pixelOf } from "../scale/scale.ts";
import type { ChartGroup } from "./chartGroup.ts";
import type { CursorValue } from "./cursorValues.ts";
import type { Line } from "./line.ts";
import { lineAt } from "./nearest.ts";

/** What comes of a line that is picked, by its id. */
export interface LinePicking {
  /** A click, or Enter. */
  onPick(line: string, at: PickedAt): void;
  /** The space bar. */
  onPin(line: string): void;
}

/** Around charts whose lines can be picked. */
export const LinePicks = createContext<LinePicking | null>(null);

interface Parts {
  readonly box: RefObject<HTMLElement | null>;
  readonly layout: RefObject<Layout | null>;
  readonly lines: readonly Line[];
  readonly group: ChartGroup;
  /** At the cursor. */
  readonly values: readonly CursorValue[];
}

interface Picks {
  /** A click at pixels of the chart. */
  onClick(x: number, y: number): void;
  /** Up and Down go from line to line at the cursor, Enter and Space pick the one that stands out. False for other keys. */
  onKey(event: KeyboardEvent): boolean;
}

export function useLinePicks({ box, layout, lines, group, values }: Parts): Picks {
  const picking = useContext(LinePicks);
  const chosen =
    values.find(({ line }) => line.id === group.highlighted.value) ?? (values.length === 1 ? values[0] : undefined);
  const step = (by: 1 | -1): void => {
    const at = chosen === undefined || values.length === 1 ? -1 : values.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : values.length - 1) : (at + by + values.length) % values.length;
    group.highlighted.value = values[next]?.line.id ?? null;
  };
  const pick = ({ line, x, value }: CursorValue): void => {
    const laid = layout.current;
    if (laid === null || box.current === null) return;
    picking?.onPick(line.id, pickedAt(box.current, { x: pixelOf(laid.x, x), y: pixelOf(laid.y, value) }));
  };
  return {
    onClick: (x, y) => {
      const laid = layout.current;
      const line = laid === null ? null : lineAt(lines, laid, x, y);
      if (line !== null && box.current !== null) picking?.onPick(line.id, pickedAt(box.current, { x, y }));
    },
    onKey: ({ key }) => {
      if (picking === null) return false;
      if (key === "ArrowUp" || key === "ArrowDown") step(key === "ArrowDown" ? 1 : -1);
      else if (key === " " && chosen !== undefined) picking.onPin(chosen.line.id);
      else if (key === "Enter" && chosen !== undefined) pick(chosen);
      else return false;
      return true;
    },
  };
}
