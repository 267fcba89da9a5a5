import type { DatabaseSync } from "node:sqlite";
import { boundedText } from "./cells.ts";

/** A table as this file has it. In SQL it is always called `t`; a column it lacks reads as NULL. */
export class Table {
  readonly name: string;
  readonly #columns: ReadonlySet<string>;
  readonly #indices: readonly (readonly string[])[];

  constructor(name: string, columns: ReadonlySet<string>, indices: readonly (readonly string[])[]) {
    this.name = name;
    this.#columns = columns;
    this.#indices = indices;
  }

  has(column: string): boolean {
    return this.#columns.has(column);
  }

  plain(column: string): string {
    return this.has(column) ? `t."${column}"` : "NULL";
  }

  text(column: string): string {
    return this.has(column) ? boundedText(`t."${column}"`) : "NULL";
  }

  /** Ids of 18 digits do not fit a number. */
  id(column: string): string {
    return this.has(column) ? `CAST(t."${column}" AS TEXT)` : "NULL";
  }

  /** Whether rows are found by this column without reading the table, where `fixed` columns are known as well. */
  isIndexed(column: string, fixed: readonly string[] = []): boolean {
    return this.#indices.some((index) => {
      const at = index.indexOf(column);
      return at >= 0 && index.slice(0, at).every((leading) => fixed.includes(leading));
    });
  }
}

/** The tables of a file by name. Views are not among them: they could run anything. */
export type Schema = ReadonlyMap<string, Table>;

/** The columns and indices as they are, so that no version has to be guessed. */
export function readSchema(db: DatabaseSync): Schema {
  const columns = grouped(
    db.prepare(
      `SELECT m.name AS "from", lower(p.name) AS name FROM sqlite_master AS m, pragma_table_info(m.name) AS p
       WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'`,
    ),
  );
  const indices = grouped(
    db.prepare(
      `SELECT m.name AS "from", i.name AS name FROM sqlite_master AS m, pragma_index_list(m.name) AS i
       WHERE m.type = 'table' AND i.partial = 0`,
    ),
  );
  const parts = db.prepare("SELECT lower(name) AS name FROM pragma_index_info(?) ORDER BY seqno");
  const partsOf = (index: string): string[] => parts.all(index).map((row) => String(row.name));
  const schema = new Map<string, Table>();
  for (const [table, names] of columns)
    schema.set(table.toLowerCase(), new Table(table, new Set(names), (indices.get(table) ?? []).map(partsOf)));
  return schema;
}

function grouped(statement: ReturnType<DatabaseSync["prepare"]>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of statement.all()) {
    const from = String(row.from);
    const names = groups.get(from);
    if (names) names.push(String(row.name));
    else groups.set(from, [String(row.name)]);
  }
  return groups;
}
