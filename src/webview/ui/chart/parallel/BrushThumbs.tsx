import { t } from "../../l10n.ts";
import { type ParallelAxis, placeText } from "./parallel.ts";

interface Props {
  readonly axis: ParallelAxis;
  /** Pixels. */
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly brush: readonly [from: number, to: number] | null;
  onBrush(brush: readonly [from: number, to: number] | null): void;
}

const STEP = 0.02;
const LEAP = 0.1;

/** The two ends of what is picked on an axis, as sliders for the keyboard: arrows, Page Up and Down, Home, End; Delete clears. */
export function BrushThumbs({ axis, x, top, height, brush, onBrush }: Props) {
  const [from, to] = brush ?? [0, 1];
  const steps = stepsOf(axis);
  const set = (end: "from" | "to", place: number) => {
    const next = end === "from" ? ([Math.min(place, to), to] as const) : ([from, Math.max(place, from)] as const);
    onBrush(next[0] <= 0 && next[1] >= 1 ? null : next);
  };
  const onKeyDown = (end: "from" | "to", place: number) => (event: KeyboardEvent) => {
    const next = target(event.key, place, steps);
    if (next !== null) set(end, next);
    else if (event.key === "Delete" || event.key === "Backspace" || event.key === "Escape") onBrush(null);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {(["to", "from"] as const).map((end) => {
        const place = end === "from" ? from : to;
        return (
          <div
            key={end}
            class={brush === null ? "brush-thumb" : "brush-thumb active"}
            style={{ left: `${x}px`, top: `${top + (1 - place) * height}px` }}
            role="slider"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={end === "from" ? t("{0}: from", axis.title) : t("{0}: to", axis.title)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(place * 100)}
            aria-valuetext={placeText(axis, place)}
            onKeyDown={onKeyDown(end, place)}
          />
        );
      })}
    </>
  );
}

/** Categories are picked one by one, numbers by shares of the axis. */
function stepsOf({ column }: ParallelAxis): readonly [step: number, leap: number] {
  if (column.kind === "number") return [STEP, LEAP];
  const step = 1 / Math.max(1, column.categories.length - 1);
  return [step, Math.max(step, LEAP)];
}

function target(key: string, place: number, [step, leap]: readonly [number, number]): number | null {
  const to = {
    ArrowUp: place + step,
    ArrowRight: place + step,
    ArrowDown: place - step,
    ArrowLeft: place - step,
    PageUp: place + leap,
    PageDown: place - leap,
    Home: 0,
    End: 1,
  }[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), 1);
}
