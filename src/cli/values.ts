import { momentText } from "../core/model/timeText.ts";

/** A logged time to the minute, `2024-02-29 08:30`; empty where there is none. */
export function timeText(time: number | null): string {
  return time === null ? "" : momentText(time).replace(/:\d\d$/, "");
}

/** A number short enough for a table: six significant digits; `show` and JSON have them all. */
export function shortNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(6)));
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
