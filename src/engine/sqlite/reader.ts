import { basename } from "node:path";
import type { PointSink } from "../../core/files/metricPoints.ts";
import type { MetricHistory } from "../../core/model/metric.ts";
import { type Problem, problem } from "../../core/model/problem.ts";
import type { RunDetail, RunRecord } from "../../core/model/run.ts";
import type { StoreContents, StoreRef } from "../../core/model/store.ts";
import type { StoreReader } from "../reader.ts";
import { type Read, StoreAccess } from "./access.ts";
import type { Connection } from "./connection.ts";
import { StoreUnreadable } from "./errors.ts";
import { type Listing, readListing } from "./experiments.ts";
import { readLoggedModels } from "./loggedModels.ts";
import { handOnPoints, readDetails, readHistory, readRecords } from "./records.ts";
import { readRegistry } from "./registry.ts";
import { readTraces } from "./traces.ts";

/** Runs one answer holds at most: each answer is one consistent state, and a writer must leave it time. */
const BATCH = 2000;
const DETAIL_BATCH = 200;

/** A reader that may answer from a private copy. */
export interface SqliteReader extends StoreReader {
  /** When the copy was made that the last answer came from, milliseconds since 1970; null for the file itself. */
  readonly asOf: number | null;
}

/**
 * Reads an mlflow.db of any version. Nothing is opened before the first question; where the file cannot be read at
 * all, that throws StoreUnreadable, and SqliteUnavailable where this Node has no SQLite.
 */
export function openSqliteReader(store: StoreRef): SqliteReader {
  return new DatabaseReader(store);
}

class DatabaseReader implements SqliteReader {
  readonly store: StoreRef;
  readonly #access: StoreAccess;

  constructor(store: StoreRef) {
    this.store = store;
    this.#access = new StoreAccess(store.key);
  }

  get asOf(): number | null {
    return this.#access.asOf;
  }

  experiments(): Promise<Listing> {
    return this.#answer((connection, truncated) => {
      const { experiments, problems } = readListing(connection);
      return { experiments, problems: [...truncation(truncated), ...problems] };
    });
  }

  async *records(experiment: string, runs: readonly string[]): AsyncGenerator<readonly RunRecord[]> {
    for (let from = 0; from < runs.length; from += BATCH) {
      const batch = runs.slice(from, from + BATCH);
      yield await this.#answer((connection) => readRecords(connection, experiment, batch));
    }
  }

  async *details(experiment: string, runs: readonly string[]): AsyncGenerator<readonly RunDetail[]> {
    for (let from = 0; from < runs.length; ) {
      const batch = runs.slice(from, from + DETAIL_BATCH);
      const { details, taken } = await this.#answer((connection) => readDetails(connection, experiment, batch));
      from += taken;
      yield details;
    }
  }

  history(experiment: string, run: string, keys: readonly string[]): Promise<readonly MetricHistory[]> {
    return this.#answer((connection) => readHistory(connection, experiment, run, keys));
  }

  points(experiment: string, run: string, keys: readonly string[], sinkOf: (key: string) => PointSink): Promise<void> {
    return this.#answer((connection) => handOnPoints(connection, { experiment, run, keys }, sinkOf));
  }

  contents(): Promise<{ readonly contents: StoreContents; readonly problems: readonly Problem[] }> {
    return this.#answer((connection) => {
      const problems: Problem[] = [];
      const registry = readRegistry(connection, problems);
      const loggedModels = readLoggedModels(connection, problems);
      const traces = readTraces(connection, problems);
      return { contents: { registry, loggedModels, traces }, problems };
    });
  }

  close(): Promise<void> {
    return this.#access.close();
  }

  #answer<T>(read: Read<T>): Promise<T> {
    return this.#access.answer((connection, truncated) => {
      checkTables(connection, basename(this.store.key));
      return read(connection, truncated);
    });
  }
}

function checkTables({ schema }: Connection, name: string): void {
  if (schema.has("experiments") || schema.has("runs")) return;
  throw new StoreUnreadable(
    "foreign",
    `${name} is an SQLite database but not one of MLflow: it has no tables "experiments" and "runs".`,
  );
}

function truncation(reason: string | null): Problem[] {
  return reason === null ? [] : [problem("database", "", reason)];
}
