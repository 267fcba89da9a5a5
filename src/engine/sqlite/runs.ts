import { problem } from "../../core/model/problem.ts";
import type { RunInfo, RunStatus } from "../../core/model/run.ts";
import { statusOf } from "../../core/model/status.ts";
import { type RunRows, readByRun } from "./byRun.ts";
import { experimentId, type Noting, note, numberOrNull, type Row, text, textOrNull } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { type Draft, newDraft } from "./draft.ts";
import type { Table } from "./schema.ts";

const rowsOf = (table: Table): RunRows => ({
  table,
  run: "run_uuid",
  columns: [
    table.id("experiment_id"),
    table.text("name"),
    table.text("status"),
    table.text("lifecycle_stage"),
    table.plain("start_time"),
    table.plain("end_time"),
    table.text("user_id"),
    table.text("artifact_uri"),
  ],
});

/** The runs of these ids that are still there and in this experiment, in the order asked for. */
export function readRuns(connection: Connection, experiment: string, ids: readonly string[]): Draft[] {
  const table = connection.schema.get("runs");
  if (!table?.has("run_uuid")) return [];
  const found: (Draft | undefined)[] = Array(ids.length).fill(undefined);
  readByRun(connection, rowsOf(table), ids, {
    take: (run, row) => {
      if (experimentId(row[1]) === experiment) found[run] = toDraft(ids[run] ?? "", experiment, row);
    },
    damaged: (run, reason) => {
      const draft = newDraft(unreadable(ids[run] ?? "", experiment));
      note(draft.problems, problem("database", "", `This run's row in table "runs" cannot be read: ${reason}.`));
      found[run] ??= draft;
    },
  });
  return found.filter((draft) => draft !== undefined);
}

function toDraft(id: string, experiment: string, row: Row): Draft {
  const draft = newDraft(unreadable(id, experiment));
  const { problems } = draft;
  const about = (what: string): Noting => ({ problems, about: what });
  draft.info = {
    ...draft.info,
    name: textOrNull(row[2], about("the run's name")) || null,
    status: readStatus(textOrNull(row[3], about("the status")), draft),
    lifecycle: textOrNull(row[4], about("the lifecycle")) === "deleted" ? "deleted" : "active",
    start: numberOrNull(row[5], about("the start time")),
    end: numberOrNull(row[6], about("the end time")),
    user: text(row[7], about("the user")),
    artifactUri: text(row[8], about("the artifact URI")),
    readable: true,
  };
  return draft;
}

/** A word that MLflow itself would not know is a problem, even where it is clear what is meant. */
function readStatus(words: string | null, draft: Draft): RunStatus {
  if (words === null) return "RUNNING";
  const status = statusOf(words);
  if (status !== words) {
    note(draft.problems, problem("wrong-type", "", `The status "${words.slice(0, 40)}" is not one of MLflow's.`));
  }
  return status ?? "RUNNING";
}

function unreadable(id: string, experiment: string): RunInfo {
  return {
    experiment,
    folder: id,
    id,
    experimentId: experiment,
    name: null,
    status: "RUNNING",
    lifecycle: "active",
    start: null,
    end: null,
    user: "",
    artifactUri: "",
    readable: false,
  };
}
