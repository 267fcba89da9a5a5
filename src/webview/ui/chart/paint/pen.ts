/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Stroke {
  readonly color: string;
  readonly width: number;
  /** Lengths of dashes and gaps; empty or absent for a whole line. */
  readonly dash?: readonly number[];
  /** 0 to 1; 1 where absent. */
  readonly alpha?: number;
}

export interface Fill {
  readonly color: string;
  readonly alpha?: number;
}

export interface TextStyle {
  readonly color: string;
  readonly align?: "start" | "middle" | "end";
  readonly bold?: boolean;
}

/** Shapes that tell points apart without colour. */
export type Shape = "circle" | "square" | "triangle" | "diamond" | "plus" | "cross" | "down";

export interface Mark {
  readonly shape: Shape;
  readonly hollow?: boolean;
}

export interface MarkerStyle extends Fill, Mark {
  /** Across, in pixels. */
  readonly size: number;
}

/**
 * What charts are drawn with, on screen, as a picture and as SVG alike. Pixels count from the top left; coordinates that
 * are NaN break lines and leave markers out.
 */
export interface Pen {
  readonly width: number;
  readonly height: number;
  /** A line through the points. */
  line(x: ArrayLike<number>, y: ArrayLike<number>, stroke: Stroke): void;
  /** The area between two lines over the same x. */
  band(x: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>, fill: Fill): void;
  rect(box: Box, fill: Fill): void;
  frame(box: Box, stroke: Stroke): void;
  markers(x: ArrayLike<number>, y: ArrayLike<number>, style: MarkerStyle): void;
  /** `y` is the middle of the text's height. */
  text(text: string, x: number, y: number, style: TextStyle): void;
  /** The width of a text in pixels. */
  measure(text: string): number;
  /** Draws only inside the box. */
  clip(box: Box, draw: () => void): void;
}

/** Pixels of the font that charts are labelled in. */
export const FONT_SIZE = 11;
