import { type Problem, problem } from "../../core/model/problem.ts";
import { note, type Row } from "./cells.ts";
import type { Connection } from "./connection.ts";
import type { Table } from "./schema.ts";

/** Every row of a table that a store may lack; what cannot be read of it becomes a problem. */
export function readTable(
  connection: Connection,
  name: string,
  columns: (table: Table) => readonly string[],
  problems: Problem[],
): readonly Row[] {
  const table = connection.schema.get(name);
  if (table === undefined) return [];
  const named = columns(table).map((column, i) => `${column} AS c${i}`);
  const { rows, error } = connection.rows(`SELECT ${named.join(", ")} FROM "${table.name}" AS t`);
  if (error !== null) note(problems, damagedTable(name, error));
  return rows;
}

export function damagedTable(name: string, error: string): Problem {
  return problem("database", "", `Table "${name}" cannot be read to its end: ${error}.`);
}

/** Lists by key, made as keys appear. */
export class Lists<V> {
  readonly #lists = new Map<string, V[]>();

  add(key: string, value: V): void {
    const list = this.#lists.get(key);
    if (list) list.push(value);
    else this.#lists.set(key, [value]);
  }

  of(key: string): V[] {
    return this.#lists.get(key) ?? [];
  }

  keys(): IterableIterator<string> {
    return this.#lists.keys();
  }
}
