import { agoText, dayText, durationText, momentText, tookText } from "../../../core/model/timeText.ts";
import { t } from "../l10n.ts";

/** How long ago, in one short phrase. */
export function ago(then: number, now: number): string {
  return agoText(then, now, t);
}

/** How long something took, in its two largest units. */
export function duration(ms: number): string {
  return durationText(ms, t);
}

/** How long a run took; empty where its start or end is not known. */
export function took(start: number | null, end: number | null): string {
  return tookText(start, end, t);
}

/** A moment in local time, to the second. */
export const moment = momentText;

/** A day in local time. */
export const day = dayText;
