import { toTime } from "../../files/run.ts";
import { statusOf } from "../../model/status.ts";
import { RESTORE, restoreRun } from "../fix/restore.ts";
import type { RunCheck } from "../input.ts";
import { isNumeric, type KeyState, keyState, keyWords } from "../keyState.ts";
import type { Rule } from "../rule.ts";
import { severities } from "../severities.ts";

export const RUN_FIELD_LOST: Rule = {
  id: "MLR104",
  area: "structure",
  level: "quick",
  title: "Run without its id",
  why: "The file meta.yaml does not say which run it is: MLflow's search fails for the whole experiment, its migration loses the run.",
  mend: "Restore meta.yaml from Git, or add `run_id`: it is the folder's name.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const RUN_START_LOST: Rule = {
  id: "MLR118",
  area: "structure",
  level: "quick",
  title: "Run without its start time",
  why: "When the run began is lost, and MLflow's search fails for the whole experiment.",
  mend: "Restore meta.yaml from Git, or add `start_time` in milliseconds since 1970.",
  fix: RESTORE,
  severity: severities({ data: "error", mlflow: "error", migration: "warning" }),
};

export const RUN_FIELD_WORD: Rule = {
  id: "MLR119",
  area: "structure",
  level: "quick",
  title: "Status or start of a run written as a word",
  why: "The file meta.yaml holds numbers there; MLflow's search fails for the whole experiment.",
  mend: "Write status as 1 to 5 (3 is FINISHED) and start_time in milliseconds since 1970.",
  severity: severities({ data: "error", mlflow: "error", migration: "warning" }),
};

export const RUN_FIELD_IMPOSSIBLE: Rule = {
  id: "MLR105",
  area: "structure",
  level: "quick",
  title: "Value in a run's meta.yaml that cannot be",
  why: "A status or stage is none that MLflow knows: its search fails for the whole experiment, its migration stops.",
  mend: "Correct the value: status is 1 to 5, lifecycle_stage is active or deleted.",
  severity: severities({ data: "error", mlflow: "error", migration: "error" }),
};

export const RUN_END_IMPOSSIBLE: Rule = {
  id: "MLR117",
  area: "structure",
  level: "quick",
  title: "Start or end of a run that is no time",
  why: "When the run began or ended is lost; MLflow shows whatever stands there.",
  mend: "Correct it to milliseconds since 1970; end_time may be null.",
  severity: severities({ data: "error", mlflow: "warning", migration: "warning" }),
};

export const RUN_FIELD_NEEDED: Rule = {
  id: "MLR106",
  area: "structure",
  level: "quick",
  title: "Run without a key that MLflow needs",
  why: "Nothing is lost, but MLflow's search fails for the whole experiment where the key is missing.",
  mend: "Add the key to meta.yaml: end_time may be null, user_id may be empty, experiment_id is the experiment's.",
  severity: severities({ data: "info", mlflow: "error" }),
};

export const RUN_ID_LEGACY: Rule = {
  id: "MLR109",
  area: "structure",
  level: "quick",
  title: "Run that only newer versions of MLflow show",
  why: "MLflow 1.x looks for the key run_uuid, which MLflow 3 does not write any more: it shows no such run.",
  mend: "Open the store with MLflow 2 or newer.",
  severity: severities({ data: null, mlflow: [{ from: [0, 0], before: [2, 0], severity: "error" }] }),
};

/** Whether a run's metadata has what MLflow reads from it, in a form that can be. */
export const checkRunFields: RunCheck = ({ run: { meta, run } }, tell) => {
  if (!meta.present || !meta.readable) return;
  const { fields, path } = meta;
  const edits = [restoreRun(path, run)];
  const lineOf = (key: string) => {
    const index = meta.text.split("\n").findIndex((line) => line.startsWith(`${key}:`));
    return index < 0 ? {} : { line: index + 1 };
  };
  /** Tells of a key that stands so. */
  const stands = (rule: Rule, key: string, ...states: readonly KeyState[]): void => {
    const state = keyState(meta, key);
    if (state !== "text" && states.includes(state)) tell({ rule, file: path, message: keyWords(key, state) });
  };
  if ((!fields.get("run_id") && !fields.get("run_uuid")) || keyState(meta, "run_id") === "nested") {
    tell({ rule: RUN_FIELD_LOST, file: path, message: `No run_id is named; by its folder it is ${run}.`, edits });
  } else stands(RUN_ID_LEGACY, "run_uuid", "missing");
  const start = keyState(meta, "start_time");
  if (start !== "text") tell({ rule: RUN_START_LOST, file: path, message: keyWords("start_time", start), edits });
  for (const key of ["end_time", "user_id"]) stands(RUN_FIELD_NEEDED, key, "missing");
  if (fields.get("user_id") === null) stands(RUN_FIELD_NEEDED, "user_id", "empty");
  stands(RUN_FIELD_NEEDED, "experiment_id", "missing", "empty", "nested");
  for (const key of ["status", "lifecycle_stage"]) stands(RUN_FIELD_IMPOSSIBLE, key, "empty", "nested");
  const impossible = (
    key: string,
    isPossible: (text: string) => boolean,
    wanted: string,
    rule = RUN_FIELD_IMPOSSIBLE,
  ): void => {
    const text = fields.get(key);
    if (!text || isPossible(text)) return;
    const message = `${key} is ${JSON.stringify(text.slice(0, 80))} where ${wanted} is expected.`;
    tell({ rule, file: path, ...lineOf(key), message });
  };
  const isWhole = (text: string): boolean => /^-?\d+$/.test(text);
  const isStatus = (text: string): boolean => /^true$/i.test(text) || (isWhole(text) && statusOf(text) !== null);
  const statusRule = isWhole(fields.get("status") ?? "") ? RUN_FIELD_IMPOSSIBLE : RUN_FIELD_WORD;
  impossible("status", isStatus, "1 to 5", statusRule);
  impossible("lifecycle_stage", (text) => text === "active" || text === "deleted", "active or deleted");
  const isTime = (text: string): boolean => toTime(text) !== null;
  const startRule = isNumeric(fields.get("start_time") ?? "") ? RUN_END_IMPOSSIBLE : RUN_FIELD_WORD;
  impossible("start_time", isTime, "a time in milliseconds", startRule);
  for (const key of ["end_time", "deleted_time"]) impossible(key, isTime, "a time in milliseconds", RUN_END_IMPOSSIBLE);
};
