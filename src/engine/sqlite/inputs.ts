import { type Problem, problem } from "../../core/model/problem.ts";
import type { DatasetInput } from "../../core/model/run.ts";
import { byText, type KeyValue } from "../../core/model/text.ts";
import { readByRun } from "./byRun.ts";
import { type Noting, note, numberOrNull, type Row, text, textOrNull } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { type Draft, intoDrafts } from "./draft.ts";
import { sortByKey } from "./keyValues.ts";
import type { Table } from "./schema.ts";
import { damagedTable, Lists } from "./wholeTable.ts";

/** An input row before its dataset is known. */
interface Link {
  readonly draft: Draft;
  readonly input: string;
  readonly dataset: string;
}

/** Adds datasets and logged models that runs read or made to the runs. */
export function readInputs(connection: Connection, drafts: readonly Draft[], ids: readonly string[]): void {
  const table = connection.schema.get("inputs");
  if (!table?.has("source_id")) return;
  readModels(connection, table, drafts, ids);
  const links: Link[] = [];
  const columns = [table.text("input_uuid"), table.text("source_id")];
  const where = { source_type: "DATASET", destination_type: "RUN" };
  const sink = intoDrafts(drafts, "inputs", (draft, row) => {
    links.push({ draft, input: String(row[1]), dataset: String(row[2]) });
  });
  readByRun(connection, { table, run: "destination_id", columns, where }, ids, sink);
  for (const { modelInputs, modelOutputs } of drafts) {
    modelInputs.sort(byText);
    modelOutputs.sort((a, b) => byText(a.modelId, b.modelId));
  }
  if (links.length > 0) addDatasets(connection, links);
}

function readModels(connection: Connection, table: Table, drafts: readonly Draft[], ids: readonly string[]): void {
  const columns = [table.text("destination_id"), table.plain("step")];
  const read = (where: Readonly<Record<string, string>>, put: (draft: Draft, row: Row, id: string) => void): void => {
    const sink = intoDrafts(drafts, "inputs", (draft, row) =>
      put(draft, row, text(row[1], { problems: draft.problems, about: "the id of a logged model" })),
    );
    readByRun(connection, { table, run: "source_id", columns, where }, ids, sink);
  };
  read({ source_type: "RUN_INPUT", destination_type: "MODEL_INPUT" }, (draft, _row, id) => draft.modelInputs.push(id));
  read({ source_type: "RUN_OUTPUT", destination_type: "MODEL_OUTPUT" }, (draft, row, modelId) => {
    const step = numberOrNull(row[2], { problems: draft.problems, about: `the step of model ${modelId}` }) ?? 0;
    draft.modelOutputs.push({ modelId, step });
  });
}

/** A dataset that many runs read is read, and kept, once a batch. */
function addDatasets(connection: Connection, links: readonly Link[]): void {
  const lost: Problem[] = [];
  const datasets = readDatasets(connection, new Set(links.map((link) => link.dataset)), lost);
  const tags = readInputTags(connection, new Set(links.map((link) => link.input)), lost);
  for (const { draft, input, dataset } of links) {
    const found = datasets.get(dataset);
    if (found) draft.datasets.push({ ...found, tags: sortByKey(tags.of(input)) });
    else
      note(
        draft.problems,
        problem("missing", "", `Dataset ${dataset.slice(0, 40)} of an input is not in table "datasets".`),
      );
    for (const each of lost) note(draft.problems, each);
  }
  for (const draft of new Set(links.map((link) => link.draft)))
    draft.datasets.sort((a, b) => byText(a.name, b.name) || byText(a.digest, b.digest));
}

function readDatasets(connection: Connection, ids: ReadonlySet<string>, lost: Problem[]): Map<string, DatasetInput> {
  const found = new Map<string, DatasetInput>();
  const table = connection.schema.get("datasets");
  if (!table?.has("dataset_uuid")) return found;
  const columns = ["name", "digest", "dataset_source_type", "dataset_source", "dataset_schema", "dataset_profile"];
  const read = columns.map((column) => table.text(column));
  for (const row of pick(connection, table, "dataset_uuid", read, ids, lost)) {
    const noting: Noting = { problems: lost, about: "a dataset" };
    found.set(String(row[0]), {
      name: text(row[1], noting),
      digest: text(row[2], noting),
      sourceType: text(row[3], noting),
      source: text(row[4], noting),
      schema: textOrNull(row[5], noting),
      profile: textOrNull(row[6], noting),
      tags: [],
    });
  }
  return found;
}

function readInputTags(connection: Connection, ids: ReadonlySet<string>, lost: Problem[]): Lists<KeyValue> {
  const lists = new Lists<KeyValue>();
  const table = connection.schema.get("input_tags");
  if (!table?.has("input_uuid")) return lists;
  const noting: Noting = { problems: lost, about: "a tag of an input" };
  for (const row of pick(connection, table, "input_uuid", [table.text("name"), table.text("value")], ids, lost))
    lists.add(String(row[0]), { key: text(row[1], noting), value: text(row[2], noting) });
  return lists;
}

/** Rows whose `id` is one of these; cell 0 is the id. */
function pick(
  connection: Connection,
  table: Table,
  id: string,
  columns: readonly string[],
  ids: ReadonlySet<string>,
  lost: Problem[],
): readonly Row[] {
  const named = [table.text(id), ...columns].map((column, i) => `${column} AS c${i}`).join(", ");
  const sql = `SELECT ${named} FROM "${table.name}" AS t WHERE t."${id}" IN (SELECT value FROM json_each(?))`;
  const { rows, error } = connection.rows(sql, JSON.stringify([...ids]));
  if (error !== null) lost.push(damagedTable(table.name, error));
  return rows;
}
