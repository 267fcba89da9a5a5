import { type Problem, problem } from "../../core/model/problem.ts";
import { type ModelAlias, type ModelVersion, PROMPT_TAG, type RegisteredModel } from "../../core/model/registry.ts";
import { byText, type KeyValue, textOf } from "../../core/model/text.ts";
import { type Noting, note, numberOrNull, type Row, text, textOrNull } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { ownerKey, readKeyValues } from "./keyValues.ts";
import type { Table } from "./schema.ts";
import { Lists, readTable } from "./wholeTable.ts";

/** Workspaces (3.18) may each have a model of the same name. */
const OWNER = ["workspace", "name"];

const ownerOf = (row: Row): string => ownerKey([idOf(row[0]), idOf(row[1])]);

const idOf = (cell: Row[number] | undefined): string => (typeof cell === "string" ? cell : "");

const owner = (table: Table): string[] => OWNER.map((column) => table.id(column));

/** Registered models and prompts by name; their versions by number, without those that are deleted. */
export function readRegistry(connection: Connection, problems: Problem[]): RegisteredModel[] {
  const tags = readKeyValues(connection, { table: "registered_model_tags", owner: OWNER }, problems);
  const aliases = readAliases(connection, problems);
  const versions = readVersions(connection, aliases, problems);
  const rows = readTable(
    connection,
    "registered_models",
    (table) => [
      ...owner(table),
      table.text("name"),
      table.text("description"),
      table.plain("creation_time"),
      table.plain("last_updated_time"),
    ],
    problems,
  );
  const models = rows.map((row) => {
    const key = ownerOf(row);
    return toModel(row, { tags: tags.of(key), aliases: aliases.of(key), versions: versions.of(key) }, problems);
  });
  noteOrphans(versions, new Set(rows.map(ownerOf)), problems);
  return models.sort((a, b) => byText(a.name, b.name));
}

function toModel(
  row: Row,
  parts: Pick<RegisteredModel, "tags" | "aliases" | "versions">,
  problems: Problem[],
): RegisteredModel {
  const noting: Noting = { problems, about: `registered model "${idOf(row[1]).slice(0, 80)}"` };
  return {
    name: text(row[2], noting),
    isPrompt: textOf(parts.tags, PROMPT_TAG)?.toLowerCase() === "true",
    description: textOrNull(row[3], noting),
    created: numberOrNull(row[4], noting),
    updated: numberOrNull(row[5], noting),
    ...parts,
  };
}

function noteOrphans(versions: Lists<ModelVersion>, known: ReadonlySet<string>, problems: Problem[]): void {
  for (const key of versions.keys()) {
    const name = versions.of(key)[0]?.name.slice(0, 80);
    if (!known.has(key))
      note(problems, problem("missing", "", `Model "${name}" has versions but no row in table "registered_models".`));
  }
}

function readAliases(connection: Connection, problems: Problem[]): Lists<ModelAlias> {
  const lists = new Lists<ModelAlias>();
  const columns = (table: Table): string[] => [...owner(table), table.text("alias"), table.id("version")];
  for (const row of readTable(connection, "registered_model_aliases", columns, problems)) {
    const alias = text(row[2], { problems, about: "an alias" });
    lists.add(ownerOf(row), { alias, version: idOf(row[3]) });
  }
  for (const key of lists.keys()) lists.of(key).sort((a, b) => byText(a.alias, b.alias));
  return lists;
}

const versionColumns = (table: Table): string[] => [
  ...owner(table),
  table.id("version"),
  table.text("name"),
  table.plain("creation_time"),
  table.plain("last_updated_time"),
  ...["description", "user_id", "current_stage", "source", "storage_location"].map((column) => table.text(column)),
  ...["run_id", "run_link", "status", "status_message"].map((column) => table.text(column)),
];

function readVersions(connection: Connection, aliases: Lists<ModelAlias>, problems: Problem[]): Lists<ModelVersion> {
  const tags = readKeyValues(connection, { table: "model_version_tags", owner: [...OWNER, "version"] }, problems);
  const lists = new Lists<ModelVersion>();
  for (const row of readTable(connection, "model_versions", versionColumns, problems)) {
    if (row[8] === "Deleted_Internal") continue;
    const version = idOf(row[2]);
    const named = aliases.of(ownerOf(row)).filter((alias) => alias.version === version);
    const own = tags.of(ownerKey([idOf(row[0]), idOf(row[1]), version]));
    lists.add(
      ownerOf(row),
      toVersion(
        row,
        own,
        named.map(({ alias }) => alias),
        problems,
      ),
    );
  }
  for (const key of lists.keys()) lists.of(key).sort((a, b) => Number(a.version) - Number(b.version));
  return lists;
}

function toVersion(row: Row, tags: readonly KeyValue[], aliases: readonly string[], problems: Problem[]): ModelVersion {
  const noting: Noting = { problems, about: `version ${idOf(row[2])} of model "${idOf(row[1]).slice(0, 80)}"` };
  return {
    name: text(row[3], noting),
    version: idOf(row[2]),
    created: numberOrNull(row[4], noting),
    updated: numberOrNull(row[5], noting),
    description: textOrNull(row[6], noting),
    user: textOrNull(row[7], noting),
    stage: textOrNull(row[8], noting) ?? "None",
    source: text(row[9], noting),
    storageLocation: textOrNull(row[10], noting),
    runId: textOrNull(row[11], noting),
    runLink: textOrNull(row[12], noting),
    // No schema up to 3.18 has a column for it; the source says `models:/m-…`.
    modelId: null,
    status: text(row[13], noting),
    statusMessage: textOrNull(row[14], noting),
    tags,
    aliases,
  };
}
