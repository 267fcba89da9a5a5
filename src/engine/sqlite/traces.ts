import type { Problem } from "../../core/model/problem.ts";
import { byText, textOf } from "../../core/model/text.ts";
import type { Assessment, Trace } from "../../core/model/trace.ts";
import { experimentId, type Noting, numberOrNull, type Row, text, textOrNull } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { readKeyValues } from "./keyValues.ts";
import { promotedColumns, withPromoted } from "./promoted.ts";
import type { Table } from "./schema.ts";
import { Lists, readTable } from "./wholeTable.ts";

const columnsOf = (table: Table): string[] => [
  table.id("experiment_id"),
  table.text("request_id"),
  table.plain("timestamp_ms"),
  table.plain("execution_time_ms"),
  ...["status", "request_preview", "response_preview"].map((column) => table.text(column)),
  ...promotedColumns(table),
];

/** Traces in short, sorted by id; their spans are not read. */
export function readTraces(connection: Connection, problems: Problem[]): Trace[] {
  const tags = readKeyValues(connection, { table: "trace_tags", owner: ["request_id"] }, problems);
  const metadata = readKeyValues(connection, { table: "trace_request_metadata", owner: ["request_id"] }, problems);
  const assessments = readAssessments(connection, problems);
  const hasPreviews = connection.schema.get("trace_info")?.has("request_preview") ?? false;
  const traces = readTable(connection, "trace_info", columnsOf, problems).map((row) => {
    const id = String(row[1]);
    const noting: Noting = { problems, about: `trace ${id.slice(0, 80)}` };
    const parts = withPromoted({ tags: tags.of(id), metadata: metadata.of(id) }, row.slice(7), noting);
    const trace = { ...toTrace(row, id, noting), ...parts, assessments: assessments.of(id) };
    return hasPreviews ? trace : withPreviews(trace);
  });
  return traces.sort((a, b) => byText(a.id, b.id));
}

/** In 2.x the metadata hold what came in and went out. */
function withPreviews(trace: Trace): Trace {
  return {
    ...trace,
    requestPreview: textOf(trace.metadata, "mlflow.traceInputs"),
    responsePreview: textOf(trace.metadata, "mlflow.traceOutputs"),
  };
}

function toTrace(row: Row, id: string, noting: Noting): Omit<Trace, "tags" | "metadata" | "assessments"> {
  const experiment = experimentId(row[0]);
  return {
    id,
    experiment,
    experimentId: experiment,
    requestTime: numberOrNull(row[2], noting),
    durationMs: numberOrNull(row[3], noting),
    state: text(row[4], noting),
    requestPreview: textOrNull(row[5], noting),
    responsePreview: textOrNull(row[6], noting),
  };
}

function readAssessments(connection: Connection, problems: Problem[]): Lists<Assessment> {
  const columns = (table: Table): string[] => ["trace_id", "name", "value"].map((column) => table.text(column));
  const lists = new Lists<Assessment>();
  const noting: Noting = { problems, about: "an assessment" };
  for (const row of readTable(connection, "assessments", columns, problems))
    lists.add(String(row[0]), { name: text(row[1], noting), value: parsed(text(row[2], noting)) });
  return lists;
}

/** Values are kept as JSON; Python also writes NaN, which stays text. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
