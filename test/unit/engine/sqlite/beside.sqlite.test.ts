import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSyncOptions } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { build } from "esbuild";
import { StoreUnreadable } from "../../../../src/engine/sqlite/errors.ts";
import { openSqliteReader, type SqliteReader } from "../../../../src/engine/sqlite/reader.ts";
import { makeDatabase } from "../../../bench/makeDatabase.ts";
import { collect, copiesLeft, copyFixture, readAll, readStore, refOf, scratch, write } from "./support.ts";
import { crash, fidget, Writer, type Writing } from "./writer.ts";

const digest = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

const SEED = `
  INSERT INTO params SELECT 'v', '0', run_uuid FROM runs;
  INSERT INTO tags SELECT 'v', '0', run_uuid FROM runs;
  INSERT INTO latest_metrics SELECT 'v', 0, 0, 0, 0, run_uuid FROM runs;
  INSERT INTO experiment_tags SELECT 'v', '0', experiment_id FROM experiments`;

/** Two answers, one about experiments and one about runs; throws where either shows two states at once. */
async function checkOnce(reader: SqliteReader): Promise<"new" | "busy"> {
  try {
    const { experiments, problems } = await reader.experiments();
    assert.deepEqual(problems, []);
    const [first] = experiments;
    assert.ok(first);
    assert.equal(new Set(experiments.map(({ experiment }) => experiment.tags[0]?.value)).size, 1);
    for await (const batch of reader.records(first.experiment.folder, first.runs)) {
      assert.equal(batch.length, first.runs.length);
      const values = batch.flatMap((run) => [
        run.params.find(({ key }) => key === "v")?.value,
        run.tags.find(({ key }) => key === "v")?.value,
        String(run.metrics.find(({ key }) => key === "v")?.last.value),
      ]);
      assert.equal(new Set(values).size, 1, `torn: ${[...new Set(values)]}`);
      assert.deepEqual(
        batch.flatMap((run) => run.problems),
        [],
      );
    }
    return "new";
  } catch (error) {
    if (StoreUnreadable.is(error) && error.kind === "busy") return "busy";
    throw error;
  }
}

describe("reading beside others", function () {
  this.timeout(60_000);
  const space = scratch();

  const kinds: [Writing, number][] = [
    [{ journal: "delete", pause: 2 }, 1000],
    [{ journal: "truncate", pause: 2 }, 1000],
    [{ journal: "persist", pause: 2 }, 1000],
    [{ journal: "wal", pause: 2 }, 1000],
    [{ journal: "wal", pause: 2, reopens: true }, 200],
    [{ journal: "delete", pause: 0 }, 200],
  ];
  for (const [kind, answers] of kinds) {
    const words = `${kind.journal}${kind.reopens ? ", reopened" : ""}, every ${kind.pause} ms`;
    it(`answers ${answers} times consistently beside a writer (${words}) and never hinders it`, async function () {
      this.timeout(240_000);
      const path = space.path("mlflow.db");
      makeDatabase(path, { runs: 120, metrics: 2, steps: 3, experiments: 4 });
      write(path, (db) => db.exec(SEED));
      const writer = new Writer(path, kind);
      await writer.started();
      const reader = openSqliteReader(refOf(path));
      let fresh = 0;
      let busy = 0;
      const until = Date.now() + 120_000;
      while (fresh * 2 < answers && Date.now() < until) (await checkOnce(reader)) === "new" ? fresh++ : busy++;
      await reader.close();
      const written = await writer.stop();
      assert.equal(written.busy, 0);
      assert.ok(written.commits > 20, `${written.commits} commits`);
      assert.ok(fresh * 2 >= answers, `${fresh} answers, ${busy} times busy, ${written.commits} commits`);
      const left = space.list().map((entry) => entry.split(" ")[0]);
      const journal = kind.journal === "truncate" || kind.journal === "persist" ? ["mlflow.db-journal"] : [];
      assert.deepEqual(left, ["mlflow.db", ...journal]);
      assert.deepEqual(copiesLeft(), []);
      // What is read in the end is what was written last.
      const { records } = await readStore(path);
      assert.equal(records[0]?.params.find(({ key }) => key === "v")?.value, String(written.commits));
    });
  }

  it("sees rows that are only in the log, from a private copy", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const holder = new (process.getBuiltinModule("node:sqlite").DatabaseSync)(path);
    holder.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
    holder.exec("INSERT INTO tags SELECT 'in the log', 'yes', run_uuid FROM runs");
    const before = space.list();
    const reader = openSqliteReader(refOf(path));
    const { records } = await readAll(reader);
    assert.ok(records.every((run) => run.tags.some(({ key }) => key === "in the log")));
    assert.ok(Math.abs((reader.asOf ?? 0) - Date.now()) < 60_000);
    assert.equal(copiesLeft().length, 1);
    const folder = join(tmpdir(), copiesLeft()[0] ?? "");
    if (process.platform !== "win32") {
      assert.equal(statSync(folder).mode & 0o777, 0o700);
      assert.equal(statSync(join(folder, "mlflow.db")).mode & 0o777, 0o600);
    }
    await reader.close();
    assert.deepEqual(copiesLeft(), []);
    assert.deepEqual(space.list(), before);
    holder.close();
  });

  it("follows a log that grows, and returns to the file when it is gone", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const holder = new (process.getBuiltinModule("node:sqlite").DatabaseSync)(path);
    holder.exec("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
    const reader = openSqliteReader(refOf(path));
    const names = async (): Promise<string[]> =>
      (await reader.experiments()).experiments.map(({ experiment }) => experiment.name);
    for (const name of ["first", "second"]) {
      holder.prepare("INSERT INTO experiments (experiment_id, name) VALUES (?, ?)").run(name.length * 100, name);
      // A new copy is made as soon as its cost allows.
      const until = Date.now() + 5000;
      while (!(await names()).includes(name)) assert.ok(Date.now() < until);
      assert.notEqual(reader.asOf, null);
    }
    holder.close();
    const until = Date.now() + 5000;
    do assert.ok((await names()).includes("second") && Date.now() < until);
    while (reader.asOf !== null);
    assert.deepEqual(copiesLeft(), []);
    await reader.close();
  });

  for (const journal of ["delete", "wal"] as const)
    it(`does not take up what a crash left half-written (${journal}), nor clean up in place`, async () => {
      const path = copyFixture(space.path("mlflow.db"));
      const wanted = (await readStore(path)).records;
      await crash(path, journal);
      const side = `${path}-${journal === "wal" ? "wal" : "journal"}`;
      assert.ok(statSync(side).size > 1000);
      const before = [...space.list(), digest(path), digest(side)];
      const { records, problems } = await readStore(path);
      assert.deepEqual(problems, []);
      const strip = records.map((run) => ({ ...run, tags: run.tags.filter(({ key }) => key !== "committed") }));
      assert.ok(
        records.every(
          (run) => run.tags.length === 1 + (strip.find((each) => each.info.id === run.info.id)?.tags.length ?? 0),
        ),
      );
      assert.deepEqual(strip, wanted);
      assert.deepEqual([...space.list(), digest(path), digest(side)], before);
      assert.deepEqual(copiesLeft(), []);
    });

  it("reads a file that is kept with a log in place, while there is none", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    write(path, (db) =>
      db.exec("PRAGMA journal_mode = WAL; INSERT INTO experiments (experiment_id, name) VALUES (77, 'late')"),
    );
    assert.deepEqual(space.list().length, 1);
    const reader = openSqliteReader(refOf(path));
    assert.ok((await readAll(reader)).experiments.some(({ experiment }) => experiment.name === "late"));
    assert.equal(reader.asOf, null);
    await reader.close();
    assert.equal(space.list().length, 1);
  });

  it("looks for the log where a link leads", async () => {
    const path = copyFixture(space.path("real.db"));
    symlinkSync(path, space.path("mlflow.db"));
    const holder = new (process.getBuiltinModule("node:sqlite").DatabaseSync)(path);
    holder.exec("PRAGMA journal_mode = WAL; INSERT INTO experiments (experiment_id, name) VALUES (77, 'linked')");
    const { experiments } = await readStore(space.path("mlflow.db"));
    assert.ok(experiments.some(({ experiment }) => experiment.name === "linked"));
    holder.close();
  });

  it("says that it is busy where no moment is quiet, and answers once one is", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const child = fidget(`${path}-journal`);
    await once(child.stdout ?? child, "data");
    const reader = openSqliteReader(refOf(path));
    await assert.rejects(reader.experiments(), (error) => StoreUnreadable.is(error) && error.kind === "busy");
    child.kill("SIGKILL");
    await once(child, "close");
    rmSync(`${path}-journal`);
    assert.ok((await reader.experiments()).experiments.length > 0);
    await reader.close();
    assert.deepEqual(copiesLeft(), []);
  });

  it("reads a copy where this Node knows no URIs", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const wanted = await readStore(path);
    const real = process.getBuiltinModule("node:sqlite");
    class Older extends real.DatabaseSync {
      constructor(location: string, options: DatabaseSyncOptions = {}) {
        if (typeof location !== "string" || location.startsWith("file:")) throw new TypeError("no URIs");
        super(location, options);
      }
    }
    const { getBuiltinModule } = process;
    Object.assign(process, { getBuiltinModule: () => ({ ...real, DatabaseSync: Older }) });
    try {
      const reader = openSqliteReader(refOf(path));
      assert.deepEqual(await readAll(reader), wanted);
      assert.equal(copiesLeft().length, 1);
      write(path, (db) => db.exec("UPDATE runs SET name = 'renamed'"));
      // A copy that took long to make is kept for a while.
      const isRenamed = async () => (await readAll(reader)).records[0]?.info.name === "renamed";
      for (let tries = 0; !(await isRenamed()); tries++) {
        assert.ok(tries < 100, "the new name is never read");
        await new Promise((wait) => setTimeout(wait, 50));
      }
      await reader.close();
    } finally {
      Object.assign(process, { getBuiltinModule });
    }
    assert.deepEqual(copiesLeft(), []);
    assert.equal(space.list().length, 1);
  });

  it("answers questions asked at once one after the other", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const reader = openSqliteReader(refOf(path));
    const both = await Promise.all([readAll(reader), readAll(reader), readAll(reader)]);
    assert.deepEqual(both[1], both[0]);
    assert.deepEqual(both[2], both[0]);
    await reader.close();
  });

  it("lets go of the file soon", async () => {
    if (process.platform !== "linux") return;
    const path = copyFixture(space.path("mlflow.db"));
    const reader = openSqliteReader(refOf(path));
    await reader.experiments();
    const isOpen = (): boolean => {
      for (const fd of readdirSync("/proc/self/fd"))
        if (existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`) === path) return true;
      return false;
    };
    assert.ok(isOpen());
    const until = Date.now() + 10_000;
    while (isOpen() && Date.now() < until) await delay(50);
    assert.ok(!isOpen());
    assert.ok((await reader.experiments()).experiments.length > 0);
    await reader.close();
  });

  it("leaves no copy when the process ends without closing, and sweeps those of killed ones", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const holder = new (process.getBuiltinModule("node:sqlite").DatabaseSync)(path);
    holder.exec("PRAGMA journal_mode = WAL; INSERT INTO experiments (experiment_id, name) VALUES (77, 'late')");
    const stale = join(tmpdir(), "mlflow-runs-db-999999999-stale");
    const young = join(tmpdir(), "mlflow-runs-db-999999999-young");
    mkdirSync(stale, { recursive: true });
    mkdirSync(young, { recursive: true });
    utimesSync(stale, new Date(0), new Date(0));
    const bundle = space.path("reader.cjs");
    await build({ entryPoints: ["src/engine/sqlite/reader.ts"], bundle: true, platform: "node", outfile: bundle });
    const program = `
      const reader = require(${JSON.stringify(bundle)}).openSqliteReader(${JSON.stringify(refOf(path))});
      reader.experiments().then(({ experiments }) => { console.log(experiments.length, reader.asOf !== null); process.exit(3); });`;
    const child = spawnSync(process.execPath, ["-e", program], { encoding: "utf8" });
    holder.close();
    assert.equal(child.status, 3);
    assert.match(child.stdout, /^\d+ true\n$/);
    assert.equal(child.stderr, "");
    assert.deepEqual(copiesLeft(child.pid), []);
    assert.ok(!existsSync(stale) && existsSync(young));
    rmSync(young, { recursive: true });
  });

  it("shows a change at the next answer", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const reader = openSqliteReader(refOf(path));
    const { experiments } = await reader.experiments();
    write(path, (db) => db.exec("UPDATE runs SET name = 'renamed'"));
    for (const { experiment, runs } of experiments)
      for (const run of await collect(reader.records(experiment.folder, runs))) assert.equal(run.info.name, "renamed");
    await reader.close();
    await assert.rejects(reader.experiments(), StoreUnreadable);
    assert.ok(existsSync(path));
  });
});
