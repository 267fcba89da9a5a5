import {
  LOGGED_MODEL_STATUSES,
  type LoggedModel,
  type LoggedModelMetric,
  type LoggedModelStatus,
} from "../../core/model/loggedModel.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import { byText, type KeyValue } from "../../core/model/text.ts";
import { type Cell, experimentId, type Noting, note, numberOrNull, type Row, text, textOrNull } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { readKeyValues } from "./keyValues.ts";
import type { Table } from "./schema.ts";
import { Lists, readTable } from "./wholeTable.ts";

const columnsOf = (table: Table): string[] => [
  table.id("experiment_id"),
  ...["model_id", "name", "artifact_location", "lifecycle_stage", "model_type"].map((column) => table.text(column)),
  ...["source_run_id", "status_message"].map((column) => table.text(column)),
  ...["creation_timestamp_ms", "last_updated_timestamp_ms", "status"].map((column) => table.plain(column)),
];

/** Logged models of MLflow 3, sorted by id. */
export function readLoggedModels(connection: Connection, problems: Problem[]): LoggedModel[] {
  const lists = (what: "param" | "tag"): Lists<KeyValue> =>
    readKeyValues(
      connection,
      { table: `logged_model_${what}s`, owner: ["model_id"], key: `${what}_key`, value: `${what}_value` },
      problems,
    );
  const [params, tags, metrics] = [lists("param"), lists("tag"), readMetrics(connection, problems)];
  const models = readTable(connection, "logged_models", columnsOf, problems).map((row) => {
    const id = String(row[1]);
    return toModel(row, { id, params: params.of(id), tags: tags.of(id), metrics: metrics.of(id) }, problems);
  });
  return models.sort((a, b) => byText(a.id, b.id));
}

function toModel(
  row: Row,
  parts: Pick<LoggedModel, "id" | "params" | "tags" | "metrics">,
  problems: Problem[],
): LoggedModel {
  const noting: Noting = { problems, about: `logged model ${parts.id.slice(0, 80)}` };
  const experiment = experimentId(row[0]);
  return {
    ...parts,
    experiment,
    experimentId: experiment,
    name: text(row[2], noting),
    artifactLocation: text(row[3], noting),
    lifecycle: textOrNull(row[4], noting) === "deleted" ? "deleted" : "active",
    modelType: textOrNull(row[5], noting),
    sourceRunId: textOrNull(row[6], noting),
    statusMessage: textOrNull(row[7], noting),
    created: numberOrNull(row[8], noting),
    updated: numberOrNull(row[9], noting),
    status: statusOf(row[10], noting),
  };
}

function statusOf(cell: Cell | undefined, noting: Noting): LoggedModelStatus {
  const status = LOGGED_MODEL_STATUSES[Number(cell ?? 0) - 1];
  if (status) return status;
  note(noting.problems, problem("wrong-type", "", `The status of ${noting.about} is none of MLflow's.`));
  return "PENDING";
}

function readMetrics(connection: Connection, problems: Problem[]): Lists<LoggedModelMetric> {
  const columns = (table: Table): string[] => [
    table.text("model_id"),
    table.text("metric_name"),
    ...["metric_value", "metric_timestamp_ms", "metric_step"].map((column) => table.plain(column)),
    ...["run_id", "dataset_name", "dataset_digest"].map((column) => table.text(column)),
  ];
  const lists = new Lists<LoggedModelMetric>();
  const noting: Noting = { problems, about: "a metric of a logged model" };
  for (const row of readTable(connection, "logged_model_metrics", columns, problems))
    lists.add(String(row[0]), {
      key: text(row[1], noting),
      value: numberOrNull(row[2], noting) ?? Number.NaN,
      timestamp: numberOrNull(row[3], noting) ?? 0,
      step: numberOrNull(row[4], noting) ?? 0,
      runId: textOrNull(row[5], noting),
      datasetName: textOrNull(row[6], noting),
      datasetDigest: textOrNull(row[7], noting),
    });
  return lists;
}
