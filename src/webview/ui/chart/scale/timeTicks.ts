import type { Scale } from "./scale.ts";
import { multiples, roundStep, type Tick } from "./steps.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps below a day, in milliseconds of local time. */
const CLOCK = [
  ...[1, 2, 5, 10, 15, 30].map((times) => times * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((times) => times * MINUTE),
  ...[1, 2, 3, 6, 12].map((times) => times * HOUR),
];
/** Steps in days, and in months. */
const DAYS = [1, 2, 7, 14];
const MONTHS = [1, 2, 3, 6, 12];
const MONTH = 30.5 * DAY;
const YEAR = 365.25 * DAY;

/** Moments beyond are no dates. */
const LAST = 8.64e15;

/** Round moments of the local calendar: `09:30`, `12 Mar`, `Mar 2024`, `2024`. */
export function timeTicks(scale: Scale, wanted: number): readonly Tick[] {
  const from = Math.max(scale.from, -LAST);
  const to = Math.min(scale.to, LAST);
  const least = (to - from) / wanted;
  const clock = CLOCK.find((step) => step >= least);
  if (least < SECOND / 2) return multiples(from, to, roundStep(from, to, wanted)).map((value) => tick(value, "milli"));
  if (clock !== undefined) return clockTicks(from, to, clock);
  const days = DAYS.find((step) => step * DAY >= least);
  if (days !== undefined) return dayTicks(from, to, days);
  const months = MONTHS.find((step) => step * MONTH >= least);
  return monthTicks(from, to, months ?? 12 * Math.max(1, Math.round(roundStep(from / YEAR, to / YEAR, wanted))));
}

/** Counted from the local midnight before, so that ticks stand at full hours in every zone. */
function clockTicks(from: number, to: number, step: number): readonly Tick[] {
  const midnight = new Date(from).setHours(0, 0, 0, 0);
  const unit = step < MINUTE ? "second" : "minute";
  return multiples(from - midnight, to - midnight, step).map((passed) => tick(midnight + passed, unit));
}

function dayTicks(from: number, to: number, step: number): readonly Tick[] {
  const start = new Date(from);
  const found: Tick[] = [];
  for (let day = 0; found.length < 100; day++) {
    const date = new Date(start.getFullYear(), start.getMonth(), start.getDate() + day);
    if (date.getTime() > to) break;
    const isWanted = step < 7 ? dayNumber(date) % step === 0 : date.getDay() === 1 && dayNumber(date) % step < 7;
    if (date.getTime() >= from && isWanted) found.push(tick(date.getTime(), "day"));
  }
  return found;
}

/** Days since 1970 of a local date, so that every second day stays the same one while the axis moves. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
}

function monthTicks(from: number, to: number, step: number): readonly Tick[] {
  const start = new Date(from);
  const first = Math.ceil((start.getFullYear() * 12 + start.getMonth()) / step) * step;
  const found: Tick[] = [];
  for (let month = first; found.length < 100; month += step) {
    const date = new Date(2000, 0, 1);
    date.setFullYear(Math.floor(month / 12), month % 12, 1);
    const value = date.getTime();
    if (!(value <= to)) break;
    if (value >= from) found.push(tick(value, step % 12 === 0 ? "year" : "month"));
  }
  return found;
}

type Unit = "milli" | "second" | "minute" | "day" | "month" | "year";

const FIELDS: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  milli: { minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 },
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  minute: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
};

const formats = new Map<Unit, Intl.DateTimeFormat>();

function formatOf(unit: Unit): Intl.DateTimeFormat {
  const language = globalThis.document?.documentElement.lang || "en";
  const format = formats.get(unit) ?? new Intl.DateTimeFormat(language, FIELDS[unit]);
  formats.set(unit, format);
  return format;
}

/** How a moment is written among others of its unit; at midnight the day says more than `00:00`. */
function tick(value: number, unit: Unit): Tick {
  const date = new Date(value);
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0 && date.getSeconds() === 0;
  return { value, label: formatOf(unit === "minute" && isMidnight ? "day" : unit).format(date) };
}
