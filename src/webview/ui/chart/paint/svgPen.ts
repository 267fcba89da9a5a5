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

/** Writes SVG. Everything that comes from data is text between tags and escaped. */
export class SvgPen implements Pen {
  readonly width: number;
  readonly height: number;
  readonly #font: string;
  readonly #measure: (text: string) => number;
  readonly #parts: string[] = [];
  #clips = 0;

  /** `measure` answers the width of a text in the font that charts are labelled in. */
  constructor(
    size: { readonly width: number; readonly height: number },
    fontFamily: string,
    measure: (text: string) => number,
  ) {
    this.width = size.width;
    this.height = size.height;
    this.#font = fontFamily;
    this.#measure = measure;
  }

  /** The whole document. */
  toString(): string {
    const { width, height } = this;
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const font = `font-family="${escaped(this.#font)}" font-size="${FONT_SIZE}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}>\n${this.#parts.join("\n")}\n</svg>\n`;
  }

  line(x: ArrayLike<number>, y: ArrayLike<number>, stroke: Stroke): void {
    let path = "";
    for (const [from, to] of piecesOf(x, y)) path += polyline(x, y, from, to);
    if (path !== "") this.#parts.push(`<path d="${path}" fill="none" stroke-linejoin="round"${strokeOf(stroke)}/>`);
  }

  band(x: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>, fill: Fill): void {
    let path = "";
    for (const [from, to] of piecesOf(low, high)) {
      const back = Array.from({ length: to - from }, (_, i) => to - 1 - i);
      path += `${polyline(x, high, from, to)}${back.map((i) => `L${short(x[i])} ${short(low[i])}`).join("")}Z`;
    }
    if (path !== "") this.#parts.push(`<path d="${path}"${fillOf(fill)}/>`);
  }

  rect(box: Box, fill: Fill): void {
    this.#parts.push(`<rect${boxOf(box)}${fillOf(fill)}/>`);
  }

  frame(box: Box, stroke: Stroke): void {
    this.#parts.push(`<rect${boxOf(box)} fill="none"${strokeOf(stroke)}/>`);
  }

  markers(x: ArrayLike<number>, y: ArrayLike<number>, style: MarkerStyle): void {
    let path = "";
    for (let i = 0; i < x.length; i++) {
      if (isPoint(x[i], y[i])) path += shapePath(style.shape, x[i] ?? 0, y[i] ?? 0, style.size / 2);
    }
    if (path === "") return;
    const look = style.hollow === true ? ` fill="none"${strokeOf({ ...style, width: 1.3 })}` : fillOf(style);
    this.#parts.push(`<path d="${path}"${look}/>`);
  }

  text(text: string, x: number, y: number, { color, align = "start", bold = false }: TextStyle): void {
    const weight = bold ? ' font-weight="600"' : "";
    const place = `x="${short(x)}" y="${short(y)}" text-anchor="${align}" dominant-baseline="central"`;
    this.#parts.push(`<text ${place}${weight} fill="${escaped(color)}">${escaped(text)}</text>`);
  }

  measure(text: string): number {
    return this.#measure(text);
  }

  clip(box: Box, draw: () => void): void {
    const id = `clip${++this.#clips}`;
    this.#parts.push(`<clipPath id="${id}"><rect${boxOf(box)}/></clipPath><g clip-path="url(#${id})">`);
    draw();
    this.#parts.push("</g>");
  }
}

function polyline(x: ArrayLike<number>, y: ArrayLike<number>, from: number, to: number): string {
  let path = `M${short(x[from])} ${short(y[from])}`;
  for (let i = from + 1; i < to; i++) path += `L${short(x[i])} ${short(y[i])}`;
  return path;
}

function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  if (shape === "circle") {
    const arc = (to: number): string => `A${short(radius)} ${short(radius)} 0 1 1 ${short(to)} ${short(y)}`;
    return `M${short(x - radius)} ${short(y)}${arc(x + radius)}${arc(x - radius)}Z`;
  }
  const points = OUTLINES[shape].map(([dx, dy]) => `${short(x + dx * radius)} ${short(y + dy * radius)}`);
  return `M${points.join("L")}Z`;
}

function strokeOf({ color, width, dash = [], alpha = 1 }: Stroke): string {
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.map(short).join(" ")}"` : "";
  const opacity = alpha < 1 ? ` stroke-opacity="${short(alpha)}"` : "";
  return ` stroke="${escaped(color)}" stroke-width="${short(width)}"${dashes}${opacity}`;
}

function fillOf({ color, alpha = 1 }: Fill): string {
  return ` fill="${escaped(color)}"${alpha < 1 ? ` fill-opacity="${short(alpha)}"` : ""}`;
}

function boxOf({ left, top, width, height }: Box): string {
  return ` x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"`;
}

/** To a hundredth of a pixel. */
function short(value: number | undefined): string {
  return String(Math.round((value ?? 0) * 100) / 100);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML allows neither control characters nor halves of surrogate pairs, not even escaped. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd");
  return plain.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? "");
}
