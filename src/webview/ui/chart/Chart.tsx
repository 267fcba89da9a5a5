import { useEffect, useRef, useState } from "preact/hooks";
import type { ChartData } from "./chartData.ts";
import type { ChartLine } from "./chartLine.ts";
import { Legend } from "./Legend.tsx";
import type { Plot } from "./plot.ts";
import { chartWords } from "./words.ts";
import "./Chart.css";

interface Props {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly data: ChartData;
  readonly log: boolean;
  readonly sync: string;
}

const HEIGHT = 180;

/** Lines over steps. The cursor follows the mouse or the arrow keys; the legend says the values under it. */
export function Chart({ title, lines, data, log, sync }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const looks = lines.map(({ look }) => look).join(" ");
  useEffect(() => {
    let gone = false;
    void import("./plot.ts").then(({ createPlot }) => {
      if (gone || root.current === null) return;
      const settings = { data, looks: looks.split(" ").map(Number), log, sync, height: HEIGHT, onCursor: setCursor };
      plot.current = createPlot(root.current, settings);
    });
    return () => {
      gone = true;
      plot.current?.destroy();
      plot.current = null;
    };
  }, [data, looks, log, sync]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    plot.current?.move(event.shiftKey ? by * 10 : by);
  };
  return (
    <>
      <div
        ref={root}
        class="plot"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move its cursor.
        tabIndex={0}
        role="img"
        aria-label={chartWords(title, lines, data)}
        onKeyDown={onKeyDown}
      />
      <Legend lines={lines} data={data} cursor={cursor} onPoint={(line) => plot.current?.highlight(line)} />
    </>
  );
}
