import {
  type Box,
  type Fill,
  FONT_SIZE,
  type MarkerStyle,
  type Pen,
  type Shape,
  type Stroke,
  type TextStyle,
} from "./pen.ts";
import { isPoint, piecesOf } from "./pieces.ts";
import { OUTLINES } from "./shapes.ts";

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const TURN = 2 * Math.PI;

/** Draws on a canvas whose context is scaled so that it counts in CSS pixels. */
export class CanvasPen implements Pen {
  readonly width: number;
  readonly height: number;
  readonly #context: Context;
  readonly #font: string;

  constructor(context: Context, size: { readonly width: number; readonly height: number }, fontFamily: string) {
    this.#context = context;
    this.width = size.width;
    this.height = size.height;
    this.#font = `${FONT_SIZE}px ${fontFamily}`;
    // Round joins would cost more than all else where lines are dense.
    context.lineJoin = "bevel";
    context.textBaseline = "middle";
  }

  line(x: ArrayLike<number>, y: ArrayLike<number>, stroke: Stroke): void {
    const context = this.#context;
    context.beginPath();
    for (const [from, to] of piecesOf(x, y)) {
      context.moveTo(x[from] ?? 0, y[from] ?? 0);
      for (let i = from + 1; i < to; i++) context.lineTo(x[i] ?? 0, y[i] ?? 0);
    }
    this.#stroke(stroke);
  }

  band(x: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>, fill: Fill): void {
    const context = this.#context;
    context.beginPath();
    for (const [from, to] of piecesOf(low, high)) {
      context.moveTo(x[from] ?? 0, low[from] ?? 0);
      for (let i = from; i < to; i++) context.lineTo(x[i] ?? 0, high[i] ?? 0);
      for (let i = to - 1; i >= from; i--) context.lineTo(x[i] ?? 0, low[i] ?? 0);
    }
    this.#fill(fill);
  }

  rect({ left, top, width, height }: Box, fill: Fill): void {
    this.#context.beginPath();
    this.#context.rect(left, top, width, height);
    this.#fill(fill);
  }

  frame({ left, top, width, height }: Box, stroke: Stroke): void {
    this.#context.beginPath();
    this.#context.rect(left, top, width, height);
    this.#stroke(stroke);
  }

  markers(x: ArrayLike<number>, y: ArrayLike<number>, style: MarkerStyle): void {
    const context = this.#context;
    context.beginPath();
    for (let i = 0; i < x.length; i++) {
      if (isPoint(x[i], y[i])) addShape(context, style.shape, x[i] ?? 0, y[i] ?? 0, style.size / 2);
    }
    if (style.hollow === true) this.#stroke({ ...style, width: 1.3 });
    else this.#fill(style);
  }

  text(text: string, x: number, y: number, { color, align = "start", bold = false }: TextStyle): void {
    const context = this.#context;
    context.font = bold ? `600 ${this.#font}` : this.#font;
    context.textAlign = align === "middle" ? "center" : align;
    context.fillStyle = color;
    context.fillText(text, x, y);
  }

  measure(text: string): number {
    this.#context.font = this.#font;
    return this.#context.measureText(text).width;
  }

  clip({ left, top, width, height }: Box, draw: () => void): void {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    draw();
    context.restore();
  }

  #stroke({ color, width, dash = [], alpha = 1 }: Stroke): void {
    const context = this.#context;
    context.strokeStyle = color;
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.setLineDash([...dash]);
    context.stroke();
    context.globalAlpha = 1;
  }

  #fill({ color, alpha = 1 }: Fill): void {
    const context = this.#context;
    context.fillStyle = color;
    context.globalAlpha = alpha;
    context.fill();
    context.globalAlpha = 1;
  }
}

function addShape(context: Context, shape: Shape, x: number, y: number, radius: number): void {
  if (shape === "circle") {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, TURN);
    return;
  }
  for (const [i, [dx, dy]] of OUTLINES[shape].entries()) {
    if (i === 0) context.moveTo(x + dx * radius, y + dy * radius);
    else context.lineTo(x + dx * radius, y + dy * radius);
  }
  context.closePath();
}
