import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Problem } from "../../../../src/core/model/problem.ts";
import type { RunDetail, RunRecord } from "../../../../src/core/model/run.ts";
import type { ExperimentFolder, StoreContents, StoreRef } from "../../../../src/core/model/store.ts";
import { openSqliteReader, type SqliteReader } from "../../../../src/engine/sqlite/reader.ts";

/** Stores written by real MLflow with what its client answers: the project's own, and a larger set beside it if there. */
export function fixtures(): string[] {
  return ["test/fixtures", "../shared/fixtures"]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((folder) => folder.endsWith("-sqlite"));
}

export function refOf(path: string): StoreRef {
  return { key: resolve(path), kind: "sqlite", base: dirname(resolve(path)), label: "mlflow.db" };
}

export interface Everything {
  readonly experiments: readonly ExperimentFolder[];
  readonly records: readonly RunRecord[];
  readonly details: readonly RunDetail[];
  readonly contents: StoreContents;
  readonly problems: readonly Problem[];
}

export async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** All that a reader answers. */
export async function readAll(reader: SqliteReader): Promise<Everything> {
  const { experiments, problems } = await reader.experiments();
  const records: RunRecord[] = [];
  const details: RunDetail[] = [];
  for (const { experiment, runs } of experiments) {
    records.push(...(await collect(reader.records(experiment.folder, runs))));
    details.push(...(await collect(reader.details(experiment.folder, runs))));
  }
  const rest = await reader.contents(experiments);
  return { experiments, records, details, contents: rest.contents, problems: [...problems, ...rest.problems] };
}

export async function readStore(path: string): Promise<Everything> {
  const reader = openSqliteReader(refOf(path));
  try {
    return await readAll(reader);
  } finally {
    await reader.close();
  }
}

/** A folder of its own for each test, removed afterwards. */
export function scratch(): { readonly path: (name: string) => string; readonly list: () => string[] } {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-test-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: (name) => join(folder, name),
    list: () =>
      readdirSync(folder)
        .sort()
        .map((name) => `${name} ${statSync(join(folder, name)).size}`),
  };
}

export function sqlite(): typeof import("node:sqlite") {
  return process.getBuiltinModule("node:sqlite");
}

/** Opens a database for writing, runs something and closes it. */
export function write(path: string, work: (db: DatabaseSync) => void): void {
  const db = new (sqlite().DatabaseSync)(path);
  try {
    work(db);
  } finally {
    db.close();
  }
}

/** The newest fixture, copied so that it may be written to. */
export function copyFixture(path: string, version = "3.18.0"): string {
  copyFileSync(`test/fixtures/${version}-sqlite/mlflow.db`, path);
  write(path, () => undefined);
  return path;
}

/** Private copies of this process that are still there. */
export function copiesLeft(pid = process.pid): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`mlflow-runs-db-${pid}-`));
}
