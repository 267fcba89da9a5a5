import { type Bar, barStyle } from "./bar.ts";

/** What a cell shows: its text, the names of its looks, and the strip at its foot. */
export interface Painted {
  readonly text: string;
  readonly look: string;
  readonly bar: Bar | null;
}

/** Draws into a cell; touches only what differs from what it drew before. */
export function painter(cell: HTMLElement, base: string): (painted: Painted) => void {
  const text = document.createTextNode("");
  cell.append(text);
  const whole = `grid-cell ${base}`;
  cell.className = whole;
  let look = "";
  let { size, x } = NO_BAR;
  return (painted) => {
    if (text.data !== painted.text) text.data = painted.text;
    if (look !== painted.look) cell.className = painted.look === "" ? whole : `${whole} ${painted.look}`;
    look = painted.look;
    const bar = painted.bar === null ? NO_BAR : barStyle(painted.bar);
    if (size !== bar.size) cell.style.backgroundSize = `${bar.size} ${BAR_HEIGHT}`;
    if (x !== bar.x) cell.style.backgroundPositionX = bar.x;
    ({ size, x } = bar);
  };
}

const NO_BAR = { size: "0", x: "0" };
const BAR_HEIGHT = "3px";

/** Stands where the value is on its way. */
export const PENDING: Painted = { text: "", look: "pending", bar: null };
