import { t } from "../base/l10n.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in one short word; a time ahead of the clock is "now". */
export function age(then: number, now: number): string {
  const passed = now - then;
  if (passed < MINUTE) return t("now");
  if (passed < HOUR) return t("{0} min", Math.floor(passed / MINUTE));
  if (passed < DAY) return t("{0} h", Math.floor(passed / HOUR));
  if (passed < 30 * DAY) return t("{0} d", Math.floor(passed / DAY));
  if (passed < 365 * DAY) return t("{0} mo", Math.floor(passed / (30 * DAY)));
  return t("{0} y", Math.floor(passed / (365 * DAY)));
}

/** How long something took, in its two largest units. */
export function duration(ms: number): string {
  if (ms < 1000) return t("{0} ms", Math.max(0, Math.round(ms)));
  const seconds = Math.floor(ms / 1000);
  if (seconds < 60) return t("{0} s", trimmed(ms / 1000));
  if (seconds < 3600) return t("{0} min {1} s", Math.floor(seconds / 60), seconds % 60);
  if (seconds < 86_400) return t("{0} h {1} min", Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60));
  return t("{0} d {1} h", Math.floor(seconds / 86_400), Math.floor((seconds % 86_400) / 3600));
}

function trimmed(seconds: number): string {
  return seconds < 10 ? seconds.toFixed(1) : String(Math.floor(seconds));
}

/** A moment as the user's machine writes it, to the second. */
export function moment(ms: number): string {
  const date = new Date(ms);
  const pad = (n: number) => String(n).padStart(2, "0");
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day} ${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
}
