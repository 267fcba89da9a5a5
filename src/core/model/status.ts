import { RUN_STATUSES, type RunStatus } from "./run.ts";
import type { ShownStatus } from "./views.ts";

/**
 * A status as a file (a code from 1 to 5) or a database (a name, in any case) holds it; null for anything else. Whoever
 * reads takes that, and an absent one, for RUNNING, as MLflow does.
 */
export function statusOf(text: string): RunStatus | null {
  const trimmed = text.trim();
  if (/^[1-9]$/.test(trimmed)) return RUN_STATUSES[Number(trimmed) - 1] ?? null;
  const name = trimmed.toUpperCase();
  return RUN_STATUSES.find((status) => status === name) ?? null;
}

const SHOWN: Readonly<Record<RunStatus, ShownStatus>> = {
  RUNNING: "unfinished",
  SCHEDULED: "scheduled",
  FINISHED: "finished",
  FAILED: "failed",
  KILLED: "killed",
};

/** What is shown of a run; one whose metadata cannot be read has no status, whatever its record holds. */
export function shownStatus(status: RunStatus, isLive: boolean, readable: boolean): ShownStatus {
  if (!readable) return "unreadable";
  return status === "RUNNING" && isLive ? "live" : SHOWN[status];
}
