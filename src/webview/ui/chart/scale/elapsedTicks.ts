import { t } from "../../l10n.ts";
import type { Scale } from "./scale.ts";
import { multiples, roundStep, type Tick } from "./steps.ts";
import { tickText } from "./tickText.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that people count time in, with the unit each is said in. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 30].map((times) => times * SECOND),
  ...[1, 2, 5, 10, 20, 30].map((times) => times * MINUTE),
  ...[1, 2, 3, 6, 12].map((times) => times * HOUR),
];

/** Round times since a start: `30 s`, `5 min`, `2 h`, `3 d`. */
export function elapsedTicks({ from, to }: Scale, wanted: number): readonly Tick[] {
  const least = to / wanted - from / wanted;
  const step =
    least <= SECOND / 2
      ? roundStep(from, to, wanted)
      : (STEPS.find((known) => known >= least) ?? roundStep(from / DAY, to / DAY, wanted) * DAY);
  return multiples(from, to, step).map((value) => ({ value, label: elapsedText(value, step) }));
}

function elapsedText(value: number, step: number): string {
  if (value === 0) return "0";
  if (step < SECOND)
    return Math.abs(value) < SECOND
      ? t("{0} ms", tickText(value, step))
      : t("{0} s", tickText(value / SECOND, step / SECOND));
  if (step < MINUTE) return t("{0} s", tickText(value / SECOND, 1));
  if (step < HOUR) return t("{0} min", tickText(value / MINUTE, 1));
  if (step < DAY) return t("{0} h", tickText(value / HOUR, 1));
  return t("{0} d", tickText(value / DAY, step / DAY));
}
