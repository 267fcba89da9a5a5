// Writes an mlflow.db of any size, with the tables and indices MLflow 3.18 makes for what a browser reads.
import { rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { DATABASE_SCHEMA } from "./databaseSchema.ts";

export interface DatabaseSize {
  readonly runs: number;
  /** Metric keys a run. */
  readonly metrics: number;
  /** Points a metric. */
  readonly steps: number;
  readonly experiments?: number;
  readonly params?: number;
  readonly tags?: number;
}

const START = 1_700_000_000_000;

/** Numbers 0 to n-1 as a table named `name(i)`, for insertions by one statement. */
const numbers = (name: string, n: number): string =>
  `${name}(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM ${name} WHERE i + 1 < ${n})`;

/** An id of 32 hex digits that scatters, as a run's does, but is the same in every database. */
export function runId(index: number): string {
  const word = (salt: number): string => (Math.imul(index + salt, 2654435761) >>> 0).toString(16).padStart(8, "0");
  return word(1) + word(100_003) + word(200_003) + word(300_007);
}

function insertRuns(db: DatabaseSync, size: DatabaseSize, experiments: number): void {
  const experiment = db.prepare("INSERT INTO experiments VALUES (?, ?, ?, 'active', ?, ?, 'default')");
  for (let id = 0; id < experiments; id++) experiment.run(id, `experiment ${id}`, `/tmp/mlruns/${id}`, START, START);
  const run = db.prepare(
    "INSERT INTO runs VALUES (?, ?, 'UNKNOWN', '', '', 'alice', 'FINISHED', ?, ?, '', 'active', ?, ?, NULL)",
  );
  for (let i = 0; i < size.runs; i++) {
    const experimentId = Math.floor((i * experiments) / size.runs);
    const start = START + i * 60_000;
    run.run(
      runId(i),
      `run-${i}`,
      start,
      start + 50_000,
      `/tmp/mlruns/${experimentId}/${runId(i)}/artifacts`,
      experimentId,
    );
  }
}

function insertValues(db: DatabaseSync, size: DatabaseSize): void {
  const { params = 10, tags = 4, metrics, steps } = size;
  const wide = Math.max(params, tags, metrics, steps, 1);
  const from = (table: string, values: string): void =>
    db.exec(`WITH RECURSIVE ${numbers("n", wide)}, ${numbers("s", wide)}
      INSERT INTO ${table} SELECT ${values}`);
  from(
    "params",
    `printf('param_%02d', n.i), printf('%.6f', (r.rowid * 37 + n.i) % 1000 / 7.0), r.run_uuid FROM runs r, n WHERE n.i < ${params} ORDER BY r.rowid`,
  );
  from(
    "tags",
    `printf('tag.%d', n.i), printf('value of tag %d of run %d', n.i, r.rowid), r.run_uuid FROM runs r, n WHERE n.i < ${tags} ORDER BY r.rowid`,
  );
  const value = "1.0 / (s.i + 1) + (r.rowid * 13 + n.i) % 100 / 1000.0";
  from(
    "metrics",
    `printf('metric_%02d', n.i), ${value}, r.start_time + s.i * 1000, r.run_uuid, s.i, 0 FROM runs r, n, s WHERE n.i < ${metrics} AND s.i < ${steps} ORDER BY r.rowid, s.i`,
  );
  const last = value.replace("s.i", `${steps - 1}`);
  from(
    "latest_metrics",
    `printf('metric_%02d', n.i), ${last}, r.start_time + ${(steps - 1) * 1000}, ${steps - 1}, 0, r.run_uuid FROM runs r, n WHERE n.i < ${metrics} ORDER BY r.rowid`,
  );
}

/** Replaces the file at `path`. Needs node:sqlite (Node 22.13 or newer). */
export function makeDatabase(path: string, size: DatabaseSize): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(path + ending, { force: true });
  const sqlite = process.getBuiltinModule("node:sqlite");
  const db = new sqlite.DatabaseSync(path);
  try {
    db.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN");
    db.exec(DATABASE_SCHEMA);
    insertRuns(db, size, size.experiments ?? 20);
    insertValues(db, size);
    db.exec("COMMIT");
  } finally {
    db.close();
  }
}
