import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Cell, Row } from "./cells.ts";
import { messageOf, StoreUnreadable } from "./errors.ts";
import type { OpenOptions, Sqlite } from "./nodeSqlite.ts";
import { readSchema, type Schema } from "./schema.ts";

/** Rows, and why there may be fewer than there should be; null where all came. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly error: string | null;
}

/** How a file is opened. */
export interface Opening {
  /** A path or a `file:` URI. */
  readonly location: string;
  readonly writable: boolean;
  /** Says that the last pages are missing, and opens the file all the same; null where it is whole. */
  readonly truncated: string | null;
}

/** One open database. Nothing is ever written through it, and nothing in the file can make it run a function. */
export class Connection {
  readonly schema: Schema;
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync, schema: Schema) {
    this.#db = db;
    this.schema = schema;
  }

  /** All rows; after an error those that come before it. Cells are in the order of the columns, which need names of their own. */
  rows(sql: string, ...values: SQLInputValue[]): Rows {
    try {
      return { rows: this.#prepare(sql).all(...values) as unknown as Row[], error: null };
    } catch {
      const rows: Row[] = [];
      const error = this.each(sql, values, (row) => rows.push(row) > 0);
      return { rows, error };
    }
  }

  /** Hands rows over one by one until false is answered; why it ended early, or null. Integers may be bigint. */
  each(sql: string, values: readonly SQLInputValue[], take: (row: Row) => boolean): string | null {
    try {
      const statement = this.#prepare(sql);
      statement.setReadBigInts(true);
      for (const row of statement.iterate(...values)) if (!take(row as unknown as Row)) break;
      return null;
    } catch (error) {
      return messageOf(error);
    }
  }

  close(): void {
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#db.prepare(sql);
    if (typeof statement.setReturnArrays === "function") statement.setReturnArrays(true);
    else asArrays(statement);
    return statement;
  }
}

/** Node before 22.16 answers objects only. */
function asArrays(statement: StatementSync): void {
  const all = statement.all.bind(statement);
  const iterate = statement.iterate.bind(statement);
  const cells = (row: Record<string, Cell>): Row => Object.values(row);
  const own = {
    all: (...values: SQLInputValue[]) => all(...values).map((row) => cells(row as Record<string, Cell>)),
    *iterate(...values: SQLInputValue[]) {
      for (const row of iterate(...values)) yield cells(row as Record<string, Cell>);
    },
  };
  Object.assign(statement, own);
}

const PRAGMAS = `PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON;
  PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000`;

/** Opens and looks at the schema; throws StoreUnreadable where there is nothing to read. */
export function openConnection(sqlite: Sqlite, opening: Opening, name: string): Connection {
  const options: OpenOptions = {
    readOnly: !opening.writable,
    enableForeignKeyConstraints: false,
    ...(opening.truncated !== null ? { defensive: false } : {}),
  };
  let db: DatabaseSync | null = null;
  try {
    db = new sqlite.DatabaseSync(opening.location, options);
    // The one way to make SQLite look at a file that ends before its last page; nothing is written all the same.
    if (opening.truncated !== null) db.exec("PRAGMA writable_schema = ON");
    db.exec(PRAGMAS);
    return new Connection(db, readSchema(db));
  } catch (error) {
    db?.close();
    throw opening.truncated === null
      ? openError(error, name)
      : new StoreUnreadable("damaged", opening.truncated, error);
  }
}

const CANTOPEN = 14;
const NOTADB = 26;

function openError(error: unknown, name: string): StoreUnreadable {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : 0;
  if (code === NOTADB)
    return new StoreUnreadable("foreign", `${name} is not an SQLite database, or it is encrypted.`, error);
  if (code === CANTOPEN) return new StoreUnreadable("denied", `${name} cannot be opened.`, error);
  return new StoreUnreadable("damaged", `${name} is damaged: ${messageOf(error)}.`, error);
}
