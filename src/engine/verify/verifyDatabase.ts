import type { RunRecord } from "../../core/model/run.ts";
import type { ExperimentFolder, StoreRef } from "../../core/model/store.ts";
import { type KeyValue, textOf } from "../../core/model/text.ts";
import { foreignRoots } from "../../core/verify/artifacts/addresses.ts";
import { knownOfContents } from "../../core/verify/artifacts/known.ts";
import { modelLinkFindings } from "../../core/verify/artifacts/modelLinks.ts";
import { checkDatabase } from "../../core/verify/database/database.ts";
import type { DatabaseFacts } from "../../core/verify/database/facts.ts";
import { checkSchema } from "../../core/verify/database/schema.ts";
import type { RunSummary } from "../../core/verify/facts/runSummary.ts";
import type { Found, Level } from "../../core/verify/rule.ts";
import { parentFindings } from "../../core/verify/structure/parent.ts";
import type { Target } from "../../core/verify/target.ts";
import type { StoreReader } from "../reader.ts";
import { StoreAccess } from "../sqlite/access.ts";
import type { Connection } from "../sqlite/connection.ts";
import { openSqliteReader } from "../sqlite/reader.ts";
import { StoreArtifacts } from "./artifacts/storeArtifacts.ts";

export interface DatabaseRun {
  readonly target: Target;
  readonly level: Level;
  readonly tell: (found: Found) => void;
  readonly seen: (run: RunSummary, tags: readonly KeyValue[]) => void;
  readonly signal: AbortSignal;
}

/** How many lines SQLite's check may answer: one damage is often told a thousand times. */
const INTEGRITY_LINES = 20;

/** Looks at a database and all its runs; throws where nothing of it can be read. */
export async function verifyDatabase(
  store: StoreRef,
  { target, level, tell, seen, signal }: DatabaseRun,
): Promise<{ readonly experiments: number; readonly runs: number }> {
  const access = new StoreAccess(store.key);
  const reader = openSqliteReader(store);
  const artifacts = new StoreArtifacts(store, level, tell);
  try {
    const asked = await access.answer((connection) => askDatabase(connection, level));
    const { experiments, problems } = await reader.experiments();
    const unread = problems.map(({ reason }) => reason).filter((reason) => !reason.startsWith("The schema's revision"));
    const summaries: RunSummary[] = [];
    for await (const record of recordsOf(reader, experiments, signal)) {
      unread.push(...record.problems.map(({ reason }) => reason));
      const summary = summaryOf(record);
      summaries.push(summary);
      seen(summary, record.tags);
      if (level !== "quick") await artifacts.run(summary, record.tags);
    }
    const facts: DatabaseFacts = { ...asked, unread };
    checkDatabase(facts, tell);
    checkSchema(target)(facts, tell);
    const known = knownOfContents((await reader.contents(experiments)).contents);
    const roots = foreignRoots(
      experiments.map(({ experiment }) => experiment.artifactLocation),
      store.base,
    );
    const links = [...parentFindings(summaries, () => ""), ...modelLinkFindings(known, summaries)];
    for (const found of [...links, ...roots]) tell(found);
    const ids = new Set(experiments.map(({ experiment }) => experiment.id));
    await artifacts.models({ known, runs: summaries, experiments: ids }, signal);
    return { experiments: experiments.length, runs: summaries.length };
  } finally {
    await reader.close();
    await access.close();
  }
}

async function* recordsOf(
  reader: StoreReader,
  experiments: readonly ExperimentFolder[],
  signal: AbortSignal,
): AsyncGenerator<RunRecord> {
  for (const { experiment, runs } of experiments) {
    for await (const batch of reader.records(experiment.folder, runs)) {
      signal.throwIfAborted();
      yield* batch;
    }
  }
}

function summaryOf({ info, tags, modelInputs, modelOutputs }: RunRecord): RunSummary {
  return {
    experiment: info.experiment,
    run: info.folder,
    id: info.id,
    file: "",
    artifactUri: info.artifactUri,
    models: [...modelInputs, ...modelOutputs.map(({ modelId }) => modelId)],
    parent: textOf(tags, "mlflow.parentRunId")?.trim() || null,
    deleted: info.lifecycle === "deleted",
  };
}

function askDatabase(connection: Connection, level: Level): Omit<DatabaseFacts, "unread"> {
  const texts = (sql: string): string[] => connection.rows(sql).rows.map(([cell]) => String(cell));
  const revisions = connection.schema.has("alembic_version")
    ? texts("SELECT version_num FROM alembic_version LIMIT 9")
    : [];
  if (level === "quick") return { revisions, integrity: null, orphans: null };
  const check = level === "bytes" ? "integrity_check" : "quick_check";
  const { rows, error } = connection.rows(`PRAGMA ${check}(${INTEGRITY_LINES})`);
  const integrity = [...rows.map(([cell]) => String(cell)), ...(error === null ? [] : [error])];
  return { revisions, integrity, orphans: orphansOf(connection) };
}

function orphansOf(connection: Connection): DatabaseFacts["orphans"] {
  const counts = new Map<string, { table: string; parent: string; rows: number }>();
  connection.each("PRAGMA foreign_key_check", [], ([table, , parent]) => {
    const key = `${table}\n${parent}`;
    const known = counts.get(key) ?? { table: String(table), parent: String(parent), rows: 0 };
    known.rows++;
    counts.set(key, known);
    return true;
  });
  return [...counts.values()];
}
