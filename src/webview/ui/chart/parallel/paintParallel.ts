import { t } from "../../l10n.ts";
import { colorOfClass } from "../items/coding.ts";
import type { ChartColors } from "../look/colors.ts";
import { fitted } from "../paint/fitted.ts";
import type { Pen, Stroke } from "../paint/pen.ts";
import type { Brushes, Parallel } from "./parallel.ts";
import { type ParallelLayout, pixelAt } from "./parallelLayout.ts";

interface Drawn {
  readonly layout: ParallelLayout;
  readonly crossed: readonly Float64Array[];
  /** The runs within the brushes, all without any. */
  readonly chosen: readonly number[];
  readonly colors: ChartColors;
}

/** Lines drawn with one stroke: more are slower, and where they cross they would not add up. */
const BATCH = 12;

/** The runs' lines: those within the brushes in their colours, the others faint behind. */
export function paintParallel(pen: Pen, parallel: Parallel, { layout, crossed, chosen, colors }: Drawn): void {
  const { coding, runs } = parallel;
  if (chosen.length < runs) {
    const isChosen = new Uint8Array(runs);
    for (const run of chosen) isChosen[run] = 1;
    const others = Array.from({ length: runs }, (_, run) => run).filter((run) => isChosen[run] === 0);
    const faint = { color: colors.dim, width: 1, alpha: 0.5 * alphaFor(others.length) };
    paintLines(pen, layout, crossed, others, { ...faint, alpha: Math.min(faint.alpha, 0.12) });
  }
  const byClass = new Map<number, number[]>();
  for (const run of chosen) {
    const code = coding.of[run] ?? 0;
    const list = byClass.get(code);
    if (list === undefined) byClass.set(code, [run]);
    else list.push(run);
  }
  const alpha = alphaFor(chosen.length);
  for (const [code, list] of [...byClass].sort(([a], [b]) => a - b)) {
    const known = coding.classes[code];
    if (known !== undefined)
      paintLines(pen, layout, crossed, list, { color: colorOfClass(known, colors), width: 1, alpha });
  }
}

function alphaFor(lines: number): number {
  return Math.min(0.85, Math.max(0.06, 30 / Math.sqrt(Math.max(1, lines)) / 10));
}

function paintLines(
  pen: Pen,
  { x }: ParallelLayout,
  crossed: readonly Float64Array[],
  runs: readonly number[],
  stroke: Stroke,
): void {
  const step = x.length + 1;
  for (let from = 0; from < runs.length; from += BATCH) {
    const batch = runs.slice(from, from + BATCH);
    const [allX, allY] = [new Float64Array(batch.length * step), new Float64Array(batch.length * step)];
    batch.forEach((run, i) => {
      const start = i * step;
      for (let axis = 0; axis < x.length; axis++) {
        allX[start + axis] = x[axis] ?? 0;
        allY[start + axis] = crossed[axis]?.[run] ?? Number.NaN;
      }
      // Lifts the pen.
      allX[start + x.length] = Number.NaN;
    });
    pen.line(allX, allY, stroke);
  }
}

const LABEL_GAP = 6;

/** The axes over the lines, with their labels and what is brushed on them. */
export function paintParallelAxes(
  pen: Pen,
  { axes }: Parallel,
  { layout, brushes, colors, room }: { layout: ParallelLayout; brushes: Brushes; colors: ChartColors; room: number },
): void {
  axes.forEach(({ id, marks, places }, i) => {
    const x = layout.x[i] ?? 0;
    pen.line([x, x], [layout.top, layout.bottom], { color: colors.text, width: 1, alpha: 0.7 });
    const brush = brushes.get(id);
    if (brush !== undefined) paintBrush(pen, x, [pixelAt(layout, brush[0]), pixelAt(layout, brush[1])], colors);
    for (const { place, label } of marks) {
      const y = pixelAt(layout, place);
      pen.line([x - 3, x], [y, y], { color: colors.text, width: 1, alpha: 0.7 });
      paintLabel(pen, fitted(pen, label, room), x - LABEL_GAP, y, colors);
    }
    if (places.some(Number.isNaN)) paintLabel(pen, t("none"), x - LABEL_GAP, layout.missing, colors);
  });
}

/** On a ground of the page's colour, because lines run below it. */
function paintLabel(pen: Pen, text: string, x: number, y: number, colors: ChartColors): void {
  const width = pen.measure(text);
  pen.rect(
    { left: x - width - 2, top: y - 7, width: width + 4, height: 14 },
    { color: colors.background, alpha: 0.75 },
  );
  pen.text(text, x, y, { color: colors.text, align: "end" });
}

function paintBrush(pen: Pen, x: number, [from, to]: readonly [number, number], colors: ChartColors): void {
  const box = { left: x - 7, top: to, width: 14, height: Math.max(2, from - to) };
  pen.rect(box, { color: colors.focus, alpha: 0.28 });
  pen.frame(box, { color: colors.focus, width: 1 });
}
