import type { Experiment } from "../../core/model/experiment.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import { revisionPlace } from "../../core/model/revisions.ts";
import type { ExperimentFolder } from "../../core/model/store.ts";
import type { KeyValue } from "../../core/model/text.ts";
import { experimentId, type Noting, numberOrNull, type Row, text, textOrNull } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { readKeyValues } from "./keyValues.ts";
import { Lists, readTable } from "./wholeTable.ts";

/** The experiments of a database, and what is wrong with it as a whole. */
export interface Listing {
  readonly experiments: readonly ExperimentFolder[];
  readonly problems: readonly Problem[];
}

/** Tables that every MLflow makes, with a column each that nothing works without. */
const NEEDED: readonly (readonly [string, string])[] = [
  ["experiments", "experiment_id"],
  ["runs", "run_uuid"],
  ["params", "run_uuid"],
  ["tags", "run_uuid"],
  ["metrics", "run_uuid"],
];

export function readListing(connection: Connection): Listing {
  const problems: Problem[] = [...missingTables(connection), ...unknownRevision(connection)];
  const runs = idsByExperiment(connection, "runs", "run_uuid", problems);
  const loggedModels = idsByExperiment(connection, "logged_models", "model_id", problems);
  const traces = idsByExperiment(connection, "trace_info", "request_id", problems);
  const known = readExperiments(connection, problems);
  const seen = new Set(known.map((experiment) => experiment.folder));
  const lost = new Set([...runs.keys(), ...loggedModels.keys(), ...traces.keys()].filter((id) => !seen.has(id)));
  const all = [...known, ...[...lost].sort().map(unreadable)];
  for (const id of lost)
    problems.push(
      problem("missing", "", `Experiment ${id} has runs, models or traces but no row in table "experiments".`),
    );
  const experiments = all.map((experiment) => ({
    experiment,
    runs: runs.of(experiment.folder),
    loggedModels: loggedModels.of(experiment.folder),
    traces: traces.of(experiment.folder),
  }));
  return { experiments, problems };
}

function missingTables({ schema }: Connection): Problem[] {
  return NEEDED.filter(([table, column]) => !schema.get(table)?.has(column)).map(([table, column]) => {
    const what = schema.has(table) ? `Table "${table}" has no column "${column}"` : `There is no table "${table}"`;
    return problem("database", "", `${what}; what it would hold is not shown.`);
  });
}

function unknownRevision(connection: Connection): Problem[] {
  const problems: Problem[] = [];
  const rows = readTable(connection, "alembic_version", (table) => [table.text("version_num")], problems);
  for (const [cell] of rows) {
    const revision = text(cell, { problems, about: "the schema's revision" });
    if (revisionPlace(revision) >= 0) continue;
    const reason = `The schema's revision "${revision.slice(0, 40)}" is not known (newer than MLflow 3.18?); what is known of it is shown.`;
    problems.push(problem("database", "", reason, null, "warning"));
  }
  return problems;
}

/** In the order of the rows, which is that of their making. */
function idsByExperiment(connection: Connection, name: string, id: string, problems: Problem[]): Lists<string> {
  const rows = readTable(connection, name, (table) => [table.id("experiment_id"), table.text(id)], problems);
  const lists = new Lists<string>();
  for (const [experiment, cell] of rows) if (typeof cell === "string") lists.add(experimentId(experiment), cell);
  return lists;
}

function readExperiments(connection: Connection, problems: Problem[]): Experiment[] {
  const tags = readKeyValues(connection, { table: "experiment_tags", owner: ["experiment_id"] }, problems);
  const rows = readTable(
    connection,
    "experiments",
    (table) => [
      table.id("experiment_id"),
      table.text("name"),
      table.text("artifact_location"),
      table.text("lifecycle_stage"),
      table.plain("creation_time"),
      table.plain("last_update_time"),
    ],
    problems,
  );
  return rows.map((row) => toExperiment(row, tags.of(experimentId(row[0])), problems));
}

function toExperiment(row: Row, tags: readonly KeyValue[], problems: Problem[]): Experiment {
  const id = experimentId(row[0]);
  const noting: Noting = { problems, about: `experiment ${id}` };
  return {
    folder: id,
    id,
    name: text(row[1], noting),
    lifecycle: textOrNull(row[3], noting) === "deleted" ? "deleted" : "active",
    artifactLocation: text(row[2], noting),
    created: numberOrNull(row[4], noting),
    updated: numberOrNull(row[5], noting),
    tags,
    readable: true,
  };
}

function unreadable(id: string): Experiment {
  return {
    folder: id,
    id,
    name: "",
    lifecycle: "active",
    artifactLocation: "",
    created: null,
    updated: null,
    tags: [],
    readable: false,
  };
}
