import { milliseconds } from "./live.ts";

/** Gives a text in the reader's language, `{0}`, `{1}` … filled in; the English text is the key. */
export type Translate = (text: string, ...args: (string | number)[]) => string;

/** For faces that speak English alone. */
export const english: Translate = (text, ...args) =>
  text.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago a logged time was, in one unit (`3 d`); null within a minute, and for a time ahead of the clock. */
function passedText(then: number, now: number, t: Translate): string | null {
  const passed = now - milliseconds(then);
  if (passed >= 365 * DAY) return t("{0} y", Math.floor(passed / (365 * DAY)));
  if (passed >= 30 * DAY) return t("{0} mo", Math.floor(passed / (30 * DAY)));
  if (passed >= DAY) return t("{0} d", Math.floor(passed / DAY));
  if (passed >= HOUR) return t("{0} h", Math.floor(passed / HOUR));
  return passed >= MINUTE ? t("{0} min", Math.floor(passed / MINUTE)) : null;
}

/** `3 d`, `now`. */
export function ageText(then: number, now: number, t: Translate): string {
  return passedText(then, now, t) ?? t("now");
}

/** `3 d ago`, `just now`. */
export function agoText(then: number, now: number, t: Translate): string {
  const passed = passedText(then, now, t);
  return passed === null ? t("just now") : t("{0} ago", passed);
}

/** How long something took, in its two largest units (`4 min 12 s`); empty for what is no duration. */
export function durationText(ms: number, t: Translate): string {
  if (!Number.isFinite(ms) || ms < 0) return "";
  if (ms < 1000) return t("{0} ms", Math.floor(ms));
  const seconds = Math.floor(ms / 1000);
  if (seconds < 10) return t("{0} s", (Math.floor(ms / 100) / 10).toFixed(1));
  if (seconds < 60) return t("{0} s", seconds);
  if (ms < HOUR) return t("{0} min {1} s", Math.floor(ms / MINUTE), seconds % 60);
  if (ms < DAY) return t("{0} h {1} min", Math.floor(ms / HOUR), Math.floor((ms % HOUR) / MINUTE));
  return t("{0} d {1} h", Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR));
}

/** The same between two logged times; empty where one is not known. */
export function tookText(start: number | null, end: number | null, t: Translate): string {
  return start === null || end === null ? "" : durationText(milliseconds(end) - milliseconds(start), t);
}

const two = (part: number) => String(part).padStart(2, "0");

/** The day of a logged time on this machine's calendar, `2024-02-29`; empty where it is no time. */
export function dayText(time: number): string {
  const date = new Date(milliseconds(time));
  if (Number.isNaN(date.getTime())) return "";
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A logged time on this machine's clock, `2024-02-29 08:30:00`; the number itself where it is no time. */
export function momentText(time: number): string {
  const day = dayText(time);
  if (day === "") return String(time);
  const date = new Date(milliseconds(time));
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
