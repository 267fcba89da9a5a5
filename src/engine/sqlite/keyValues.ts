import type { Problem } from "../../core/model/problem.ts";
import { byText, type KeyValue } from "../../core/model/text.ts";
import { text } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { Lists, readTable } from "./wholeTable.ts";

/** Sorts in place by key; rows mostly come in order already. */
export function sortByKey<T extends { readonly key: string }>(entries: T[]): T[] {
  for (let i = 1; i < entries.length; i++)
    if (byText(entries[i - 1]?.key ?? "", entries[i]?.key ?? "") > 0)
      return entries.sort((a, b) => byText(a.key, b.key));
  return entries;
}

/** What a table of keys and values is called, and where it keeps them. */
export interface KeyValueTable {
  readonly table: string;
  /** Columns that together tell the owner. */
  readonly owner: readonly string[];
  readonly key?: string;
  readonly value?: string;
}

/** Joins the columns of an owner into the key of a list. */
export function ownerKey(parts: readonly (string | null)[]): string {
  return parts.map((part) => part ?? "").join("\n");
}

/** All rows of such a table by owner, each list sorted by key. */
export function readKeyValues(connection: Connection, what: KeyValueTable, problems: Problem[]): Lists<KeyValue> {
  const { table: name, owner, key = "key", value = "value" } = what;
  const rows = readTable(
    connection,
    name,
    (table) => [table.text(key), table.text(value), ...owner.map((column) => table.id(column))],
    problems,
  );
  const lists = new Lists<KeyValue>();
  for (const [keyCell, valueCell, ...owners] of rows) {
    const about = `a row of table "${name}"`;
    const entry = { key: text(keyCell, { problems, about }), value: text(valueCell, { problems, about }) };
    lists.add(ownerKey(owners.map((cell) => (typeof cell === "string" ? cell : null))), entry);
  }
  for (const id of lists.keys()) sortByKey(lists.of(id));
  return lists;
}
