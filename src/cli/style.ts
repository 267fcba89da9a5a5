/** Marks for a terminal; plain text where colours are off. */
export interface Style {
  readonly bold: Mark;
  readonly dim: Mark;
  readonly red: Mark;
  readonly green: Mark;
  readonly yellow: Mark;
}

export type Mark = (text: string) => string;

const plain: Mark = (text) => text;
const mark =
  (on: number, off: number): Mark =>
  (text) =>
    text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`;

const COLOURED: Style = {
  bold: mark(1, 22),
  dim: mark(2, 22),
  red: mark(31, 39),
  green: mark(32, 39),
  yellow: mark(33, 39),
};
const PLAIN: Style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain };

export function styleFor(colour: boolean): Style {
  return colour ? COLOURED : PLAIN;
}
