import type { RunStatus } from "./run.ts";

/** How long after its last sign a run still counts as live, in milliseconds. */
export const LIVE_WINDOW = 10 * 60_000;

export interface SignsOfLife {
  readonly status: RunStatus;
  /** Start time as logged, null where unknown. */
  readonly start: number | null;
  /** Newest timestamp among its metrics as logged, null without any. */
  readonly newestMetric: number | null;
  /** Clock time at which a file of it was last seen to change while we watched, null where none was. */
  readonly changed: number | null;
}

/**
 * Whether a run is being written: RUNNING, and a file of it changed while we watched, its newest metric or its start
 * lies within ten minutes of the clock. Old clones are full of RUNNING runs, and a file's modification time says nothing
 * (Git stamps a checkout with now), so neither alone is enough. A time further ahead than ten minutes is no sign.
 */
export function isLive(signs: SignsOfLife, now: number): boolean {
  if (signs.status !== "RUNNING") return false;
  return [signs.changed, signs.newestMetric, signs.start].some((time) => time !== null && isRecent(time, now));
}

function isRecent(time: number, now: number): boolean {
  return Math.abs(now - milliseconds(time)) <= LIVE_WINDOW;
}

/** A logged time in milliseconds since 1970: a few stores of MLflow 0.x hold seconds, which are below 1e11 until 5138. */
export function milliseconds(time: number): number {
  return Math.abs(time) < 1e11 ? time * 1000 : time;
}
