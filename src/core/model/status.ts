import { RUN_STATUSES, type RunStatus } from "./run.ts";
import type { ShownStatus } from "./views.ts";

/** A status as a file or a database holds it: a code from 1 to 5 or a name in any case; null for anything else. */
export function statusOf(text: string): RunStatus | null {
  const trimmed = text.trim();
  if (/^[1-9]$/.test(trimmed)) return RUN_STATUSES[Number(trimmed) - 1] ?? null;
  const name = trimmed.toUpperCase();
  return RUN_STATUSES.find((status) => status === name) ?? null;
}

/** The code MLflow writes into meta.yaml. */
export function statusCode(status: RunStatus): number {
  return RUN_STATUSES.indexOf(status) + 1;
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
