import { type ChartColors, readColors } from "../look/colors.ts";
import { CanvasPen } from "../paint/canvasPen.ts";
import { fitted } from "../paint/fitted.ts";
import { type Box, FONT_SIZE, type Mark, type Pen } from "../paint/pen.ts";
import { SvgPen } from "../paint/svgPen.ts";

/** What stands beside a name in a legend. */
export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly dash: readonly number[];
  /** A point rather than a piece of a line. */
  readonly mark?: Mark;
}

/** A chart as a picture to be saved: what is on screen, with its title, its legend and what is left out. */
export interface Picture {
  readonly title: string;
  readonly notes: readonly string[];
  legend(colors: ChartColors): readonly LegendEntry[];
  paint(pen: Pen, area: Box, colors: ChartColors): void;
}

const WIDTH = 960;
const PLOT_HEIGHT = 420;
const MARGIN = 16;
const LINE = FONT_SIZE + 7;
const SWATCH = 26;
/** Legends of more are cut, and say so. */
const MOST_ENTRIES = 60;
const LONGEST_ENTRY = 220;

interface Placed {
  readonly entry: LegendEntry | null;
  readonly text: string;
  readonly x: number;
  readonly line: number;
}

/** The legend in lines as wide as the picture. */
function placeLegend(entries: readonly LegendEntry[], measure: (text: string) => number): readonly Placed[] {
  const placed: Placed[] = [];
  let [x, line] = [MARGIN, 0];
  const put = (entry: LegendEntry | null, text: string): void => {
    const width = (entry === null ? 0 : SWATCH + 6) + measure(text) + 18;
    if (x + width > WIDTH - MARGIN && x > MARGIN) [x, line] = [MARGIN, line + 1];
    placed.push({ entry, text, x, line });
    x += width;
  };
  for (const entry of entries.slice(0, MOST_ENTRIES)) put(entry, fitted({ measure }, entry.label, LONGEST_ENTRY));
  if (entries.length > MOST_ENTRIES) put(null, `+ ${entries.length - MOST_ENTRIES}`);
  return placed;
}

function compose(picture: Picture, colors: ChartColors, measure: (text: string) => number) {
  const legend = placeLegend(picture.legend(colors), measure);
  const legendLines = legend.length === 0 ? 0 : (legend.at(-1)?.line ?? 0) + 1;
  const top = MARGIN + LINE + 4;
  const legendTop = top + PLOT_HEIGHT + 8;
  const notesTop = legendTop + legendLines * LINE;
  const height = notesTop + picture.notes.length * LINE + MARGIN - 6;
  const paint = (pen: Pen): void => {
    pen.rect({ left: 0, top: 0, width: WIDTH, height }, { color: colors.background });
    const title = fitted(pen, picture.title, WIDTH - 2 * MARGIN);
    pen.text(title, MARGIN, MARGIN + FONT_SIZE / 2, { color: colors.text, bold: true });
    picture.paint(pen, { left: MARGIN - 8, top, width: WIDTH - 2 * MARGIN + 8, height: PLOT_HEIGHT }, colors);
    for (const { entry, text, x, line } of legend) {
      const y = legendTop + line * LINE + LINE / 2;
      if (entry !== null) paintSwatch(pen, entry, x, y);
      pen.text(text, x + (entry === null ? 0 : SWATCH + 6), y, { color: colors.text });
    }
    picture.notes.forEach((note, i) => {
      const y = notesTop + i * LINE + LINE / 2;
      pen.text(fitted(pen, note, WIDTH - 2 * MARGIN), MARGIN, y, { color: colors.dim });
    });
  };
  return { width: WIDTH, height, paint };
}

function paintSwatch(pen: Pen, { color, dash, mark }: LegendEntry, x: number, y: number): void {
  if (mark === undefined) pen.line([x, x + SWATCH], [y, y], { color, width: 2, dash });
  else pen.markers([x + SWATCH / 2], [y], { ...mark, size: 9, color });
}

/** Pictures are as sharp as on a dense screen. */
const RATIO = 2;

export function svgOf(picture: Picture): string {
  const font = getComputedStyle(document.body).fontFamily;
  const measure = measurer(font);
  const { width, height, paint } = compose(picture, readColors(), measure);
  const pen = new SvgPen({ width, height }, font, measure);
  paint(pen);
  return pen.toString();
}

export async function pngOf(picture: Picture): Promise<Uint8Array> {
  const font = getComputedStyle(document.body).fontFamily;
  const { width, height, paint } = compose(picture, readColors(), measurer(font));
  const canvas = new OffscreenCanvas(width * RATIO, height * RATIO);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("There is no canvas to draw on.");
  context.scale(RATIO, RATIO);
  paint(new CanvasPen(context, { width, height }, font));
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return new Uint8Array(await blob.arrayBuffer());
}

function measurer(font: string): (text: string) => number {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null) return (text) => text.length * FONT_SIZE * 0.6;
  const pen = new CanvasPen(context, { width: 1, height: 1 }, font);
  return (text) => pen.measure(text);
}
