import type { Row } from "./cells.ts";
import type { Connection } from "./connection.ts";
import type { Table } from "./schema.ts";

/** Rows of one table that belong to runs. */
export interface RunRows {
  readonly table: Table;
  /** The column that holds the run's id. */
  readonly run: string;
  /** Columns as SQL. */
  readonly columns: readonly string[];
  /** Columns that must hold a fixed text as well. */
  readonly where?: Readonly<Record<string, string>>;
  /** Only rows whose column holds one of these texts. */
  readonly among?: { readonly column: string; readonly texts: readonly string[] };
  /** Set where there may be more rows than memory should hold at once; only with one run. */
  readonly streamed?: boolean;
}

/** Receives the rows (cell 0 is not among them: it told the run) and what could not be read. */
export interface RunSink {
  /** `run` is an index into the ids asked for. `row[0]` is the run, columns follow. */
  take(run: number, row: Row): void;
  damaged(run: number, reason: string): void;
}

const named = (columns: readonly string[]): string => columns.map((column, i) => `${column} AS c${i}`).join(", ");

const conditions = ({ where = {}, among }: RunRows): string[] => [
  ...Object.entries(where).map(([column, value]) => `t."${column}" = '${value}'`),
  ...(among ? [`CAST(t."${among.column}" AS TEXT) IN (SELECT value FROM json_each(?))`] : []),
];

/** What the conditions ask for, in their order. */
const bound = ({ among }: RunRows): string[] => (among ? [JSON.stringify(among.texts)] : []);

/** Hands over the rows of these runs; a damaged page costs only the runs with rows in it. */
export function readByRun(connection: Connection, what: RunRows, ids: readonly string[], sink: RunSink): void {
  if (what.table.isIndexed(what.run, Object.keys(what.where ?? {}))) readIndexed(connection, what, ids, sink);
  else readScanning(connection, what, ids, sink);
}

function readIndexed(connection: Connection, what: RunRows, ids: readonly string[], sink: RunSink): void {
  const on = [`t."${what.run}" = j.value`, ...conditions(what)].join(" AND ");
  const sql = `SELECT j.key AS run, ${named(what.columns)} FROM json_each(?) AS j CROSS JOIN "${what.table.name}" AS t ON ${on}`;
  if (what.streamed) {
    const error = connection.each(sql, [JSON.stringify(ids), ...bound(what)], (row) => {
      sink.take(0, row);
      return true;
    });
    if (error !== null) sink.damaged(0, error);
    return;
  }
  const visit = (from: number, to: number): void => {
    const { rows, error } = connection.rows(sql, JSON.stringify(ids.slice(from, to)), ...bound(what));
    if (error !== null && to - from > 1) {
      const middle = (from + to) >> 1;
      visit(from, middle);
      visit(middle, to);
      return;
    }
    for (const row of rows) sink.take(from + Number(row[0]), row);
    if (error !== null) sink.damaged(from, error);
  };
  visit(0, ids.length);
}

/** Without an index (schemas before 1.24) the whole table is passed over once. */
function readScanning(connection: Connection, what: RunRows, ids: readonly string[], sink: RunSink): void {
  const where = [`t."${what.run}" IN (SELECT value FROM json_each(?))`, ...conditions(what)].join(" AND ");
  const sql = `SELECT t."${what.run}" AS run, ${named(what.columns)} FROM "${what.table.name}" AS t WHERE ${where}`;
  const indices = new Map(ids.map((id, i) => [id, i]));
  const error = connection.each(sql, [JSON.stringify(ids), ...bound(what)], (row) => {
    const run = indices.get(String(row[0]));
    if (run !== undefined) sink.take(run, row);
    return true;
  });
  if (error !== null) for (const run of ids.keys()) sink.damaged(run, error);
}
