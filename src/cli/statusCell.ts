import { isLive } from "../core/model/live.ts";
import type { RunRecord } from "../core/model/run.ts";
import { shownStatus } from "../core/model/status.ts";
import type { Mark, Style } from "./style.ts";
import type { Cell } from "./table.ts";

/** A run's status in a word; RUNNING is only believed of a run that was heard of lately. */
export function statusCell({ info, metrics }: RunRecord, style: Style, now = Date.now()): Cell {
  const newestMetric = metrics.reduce((newest, { last }) => Math.max(newest, last.timestamp), Number.NEGATIVE_INFINITY);
  const signs = { status: info.status, start: info.start, newestMetric, changed: null };
  const text = shownStatus(info.status, isLive(signs, now), info.readable);
  return { text: info.lifecycle === "deleted" ? `${text}, deleted` : text, mark: markOf(text, style) };
}

function markOf(status: string, style: Style): Mark {
  if (status === "failed" || status === "killed" || status === "unreadable") return style.red;
  return status === "finished" ? style.green : style.yellow;
}
