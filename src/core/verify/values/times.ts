import { toTime } from "../../files/run.ts";
import type { RunCheck } from "../input.ts";
import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const ENDS_BEFORE_START: Rule = {
  id: "MLR212",
  area: "values",
  level: "quick",
  title: "Run that ends before it starts",
  why: "One of the two times is wrong, so how long the run took is not known.",
  mend: "Correct start_time or end_time in meta.yaml.",
  severity: severities({ data: "warning" }),
};

export const UNFINISHED: Rule = {
  id: "MLR213",
  area: "values",
  level: "quick",
  title: "Run that never ended",
  why: "It says RUNNING and has no end: it is still going on, or it was killed before it could say so.",
  mend: "Nothing, unless it should count as failed: then set status to 4 and an end_time.",
  severity: severities({ data: "info" }),
};

/** Whether a run's times and status fit together. */
export const checkTimes: RunCheck = ({ run: { meta, folder } }, tell) => {
  if (!meta.readable) return;
  const start = toTime(meta.fields.get("start_time"));
  const end = toTime(meta.fields.get("end_time"));
  if (start !== null && end !== null && end < start) {
    tell({ rule: ENDS_BEFORE_START, file: meta.path, message: `It ends ${start - end} ms before it starts.` });
  }
  const status = meta.fields.get("status");
  if (end === null && (status === undefined || status === "1" || status === "RUNNING")) {
    tell({ rule: UNFINISHED, file: folder, message: "The run says RUNNING and has no end_time." });
  }
};
