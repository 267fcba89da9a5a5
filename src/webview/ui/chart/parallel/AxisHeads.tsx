import { useRef, useState } from "preact/hooks";
import { Icon } from "../../Icon.tsx";
import { t } from "../../l10n.ts";
import type { MenuEntry } from "../../menu/menuEntry.ts";
import { openMenuBelow } from "../../menu/openMenu.ts";
import { moved, type ParallelAxis } from "./parallel.ts";

export interface AxisActions {
  /** The ids of the axes from left to right. */
  arrange(ids: readonly string[]): void;
  setLog(id: string, isLog: boolean): void;
  remove(id: string): void;
  clearBrush(id: string): void;
}

interface Props {
  readonly axes: readonly ParallelAxis[];
  /** Where each axis stands, in pixels. */
  readonly x: readonly number[];
  readonly brushed: ReadonlySet<string>;
  readonly actions: AxisActions;
}

/** A shorter way is a click. */
const LEAST_DRAG = 4;

/** The axes' names: dragged, or moved by Shift with an arrow key, to another place; a click opens what else can be done. */
export function AxisHeads({ axes, x, brushed, actions }: Props) {
  const [drag, setDrag] = useState<{ readonly id: string; readonly start: number; readonly by: number } | null>(null);
  const row = useRef<HTMLDivElement>(null);
  const ids = axes.map(({ id }) => id);
  const move = (from: number, to: number) => {
    actions.arrange(moved(ids, from, to));
    const target = ids[from];
    // The button that has the focus is drawn anew at its other place.
    requestAnimationFrame(() =>
      row.current?.querySelector<HTMLElement>(`[data-axis="${CSS.escape(target ?? "")}"]`)?.focus(),
    );
  };
  const open = (axis: ParallelAxis, index: number, opener: HTMLElement) => {
    const entries = menuOf(axis, index, { count: axes.length, isBrushed: brushed.has(axis.id), actions, move });
    openMenuBelow(opener, axis.title, entries);
  };
  const spacing = (x[1] ?? 200) - (x[0] ?? 0);
  return (
    <div class="axis-heads" ref={row}>
      {axes.map((axis, index) => {
        const by = drag?.id === axis.id ? drag.by : 0;
        return (
          <button
            key={axis.id}
            type="button"
            class={by === 0 ? "axis-head" : "axis-head dragged"}
            data-axis={axis.id}
            style={{ left: `${(x[index] ?? 0) + by}px`, maxWidth: `${Math.max(48, spacing - 6)}px` }}
            title={`${axis.title}\n${t("Drag, or Shift with an arrow key: move. Click: more.")}`}
            aria-haspopup="menu"
            aria-label={t("Axis {0}, {1} of {2}", axis.title, index + 1, axes.length)}
            onKeyDown={(event) => {
              const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
              if (step === 0 || !event.shiftKey) return;
              event.preventDefault();
              move(index, index + step);
            }}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrag({ id: axis.id, start: event.clientX, by: 0 });
            }}
            onPointerMove={(event) => drag !== null && setDrag({ ...drag, by: event.clientX - drag.start })}
            onPointerCancel={() => setDrag(null)}
            onPointerUp={() => {
              if (drag !== null && Math.abs(drag.by) >= LEAST_DRAG) move(index, placeAmong(x, index, drag.by));
            }}
            onClick={(event) => {
              const wasDragged = drag !== null && Math.abs(drag.by) >= LEAST_DRAG;
              setDrag(null);
              if (!wasDragged) open(axis, index, event.currentTarget);
            }}
          >
            <span>{axis.title}</span>
            {axis.isLog && <span class="dim">{t("log")}</span>}
            <Icon name="chevron" />
          </button>
        );
      })}
    </div>
  );
}

/** Which place an axis that was dragged so far comes to stand at. */
function placeAmong(x: readonly number[], from: number, by: number): number {
  const at = (x[from] ?? 0) + by;
  const nearest = x.reduce((best, axis, i) => (Math.abs(axis - at) < Math.abs((x[best] ?? 0) - at) ? i : best), 0);
  return nearest;
}

interface MenuParts {
  readonly count: number;
  readonly isBrushed: boolean;
  readonly actions: AxisActions;
  move(from: number, to: number): void;
}

function menuOf({ id, column, isLog }: ParallelAxis, index: number, parts: MenuParts): readonly MenuEntry[] {
  const { count, isBrushed, actions, move } = parts;
  const canLog = column.kind === "number" && column.values.some((value) => value > 0);
  return [
    {
      kind: "item",
      label: t("Move Left"),
      icon: "left",
      keys: t("Shift+Left"),
      isOff: index === 0,
      run: () => move(index, index - 1),
    },
    {
      kind: "item",
      label: t("Move Right"),
      icon: "right",
      keys: t("Shift+Right"),
      isOff: index === count - 1,
      run: () => move(index, index + 1),
    },
    { kind: "item", label: t("Log Scale"), checked: isLog, isOff: !canLog, run: () => actions.setLog(id, !isLog) },
    { kind: "item", label: t("Clear Selection"), isOff: !isBrushed, run: () => actions.clearBrush(id) },
    { kind: "item", label: t("Remove Axis"), icon: "cross", isOff: count <= 2, run: () => actions.remove(id) },
  ];
}
