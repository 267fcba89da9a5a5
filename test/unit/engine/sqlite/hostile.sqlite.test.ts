import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { LIMITS } from "../../../../src/core/files/limits.ts";
import type { RunRecord } from "../../../../src/core/model/run.ts";
import { copyFixture, readStore, scratch, write } from "./support.ts";

describe("a database with unusual content", function () {
  this.timeout(60_000);
  const space = scratch();

  /** The newest fixture with one run `r` in experiment 1, changed. */
  async function changed(work: (db: DatabaseSync) => void, name = "mlflow.db") {
    const path = copyFixture(space.path(name));
    write(path, (db) => {
      db.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
      db.exec(
        "INSERT INTO runs (run_uuid, name, status, lifecycle_stage, experiment_id, user_id) VALUES ('r', 'r', 'FINISHED', 'active', 1, 'me')",
      );
      work(db);
    });
    const everything = await readStore(path);
    const run = everything.records.find((record) => record.info.id === "r");
    const detail = everything.details.find((record) => record.info.id === "r");
    return { ...everything, run, detail };
  }

  const reasons = (run: RunRecord | undefined): string => run?.problems.map(({ reason }) => reason).join("\n") ?? "";

  it("of an unknown revision opens with a warning", async () => {
    const { problems, run } = await changed((db) => db.exec("UPDATE alembic_version SET version_num = 'ffffffffffff'"));
    assert.ok(run);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.severity, "warning");
    assert.equal(problems[0]?.code, "database");
    assert.match(problems[0]?.reason ?? "", /"ffffffffffff" is not known/);
  });

  it("cuts long texts and says so", async () => {
    const { run } = await changed((db) => {
      const add = db.prepare("INSERT INTO tags (key, value, run_uuid) VALUES (?, ?, 'r')");
      add.run("just fits", "x".repeat(LIMITS.text));
      add.run("long", "é".repeat(LIMITS.text));
      db.exec("INSERT INTO tags SELECT 'huge', replace(hex(zeroblob(40000000)), '00', 'yy'), 'r'");
    });
    const tag = (key: string): string => run?.tags.find((entry) => entry.key === key)?.value ?? "";
    assert.equal(tag("just fits").length, LIMITS.text);
    assert.equal(tag("long"), "é".repeat(LIMITS.text / 2));
    assert.equal(tag("huge"), "");
    assert.equal(run?.problems.length, 2);
    assert.match(reasons(run), /tag "long" is longer than 1 MiB/);
    assert.match(reasons(run), /tag "huge" is larger than 64 MiB/);
  });

  it("reads wrong types as far as they mean something", async () => {
    const { run, detail } = await changed((db) => {
      db.exec(
        "UPDATE runs SET status = 'DANCING', start_time = 'noon', end_time = 9223372036854775807 WHERE run_uuid = 'r'",
      );
      db.exec("INSERT INTO params VALUES ('blob', x'616263', 'r')");
      db.exec("INSERT INTO latest_metrics VALUES ('m', 'high', 1, 9007199254740993, 0, 'r')");
      db.exec("INSERT INTO metrics VALUES ('m', 'high', 1, 'r', 9007199254740993, 0), ('m', 2.5, 0, 'r', 0, 0)");
    });
    assert.equal(run?.info.status, "RUNNING");
    assert.equal(run?.info.start, null);
    assert.equal(run?.info.end, 2 ** 63);
    assert.deepEqual(run?.params, [{ key: "blob", value: "abc" }]);
    assert.equal(run?.metrics[0]?.last.step, 2 ** 53);
    assert.ok(Number.isNaN(run?.metrics[0]?.last.value));
    assert.deepEqual([...(detail?.history[0]?.values ?? [])], [2.5, Number.NaN]);
    for (const words of [
      /status "DANCING"/,
      /start time has text/,
      /param "blob" is stored as binary/,
      /Metric "m" has text/,
    ])
      assert.match(reasons(run), words);
  });

  it("reads a status that only a person would understand, and says so", async () => {
    const { run } = await changed((db) => db.exec("UPDATE runs SET status = 'killed' WHERE run_uuid = 'r'"));
    assert.equal(run?.info.status, "KILLED");
    assert.match(reasons(run), /status "killed"/);
  });

  it("keeps ids of 18 digits, and shows runs of an experiment that is not there", async () => {
    const { experiments } = await changed((db) => {
      db.exec("INSERT INTO experiments (experiment_id, name) VALUES (340552200834895538, 'migrated')");
      db.exec("UPDATE runs SET experiment_id = 340552200834895538 WHERE run_uuid = 'r'");
      db.exec("INSERT INTO runs (run_uuid, experiment_id) VALUES ('lost', 4242), ('nowhere', NULL)");
    });
    const of = (id: string) => experiments.find(({ experiment }) => experiment.id === id);
    assert.deepEqual(of("340552200834895538")?.runs, ["r"]);
    assert.deepEqual(of("4242")?.runs, ["lost"]);
    assert.deepEqual(of("unknown")?.runs, ["nowhere"]);
    assert.equal(of("4242")?.experiment.readable, false);
  });

  it("takes names for data, in paths, ids and keys", async () => {
    const names = ["'; DROP TABLE runs; --", 'a"b', "100% #1?.md", "__proto__", "new\nline", "ключ", "😀"];
    mkdirSync(space.path("50% #a?b=c&é"));
    const { records, problems } = await changed((db) => {
      for (const name of names) {
        db.prepare("INSERT INTO runs (run_uuid, name, experiment_id) VALUES (?, ?, 1)").run(name, name);
        db.prepare("INSERT INTO params VALUES (?, ?, ?)").run(name, name, name);
        db.prepare("INSERT INTO metrics VALUES (?, 1, 1, ?, 1, 0)").run(name, name);
        db.prepare("INSERT INTO registered_models (name) VALUES (?)").run(name);
      }
    }, "50% #a?b=c&é/mlflow ?#%25'.db");
    assert.deepEqual(problems, []);
    for (const name of names) {
      const run = records.find((record) => record.info.id === name);
      assert.deepEqual(run?.params, [{ key: name, value: name }]);
      assert.equal(run?.metrics[0]?.key, name);
    }
    assert.equal(space.list().length, 1);
  });

  it("runs nothing of the file: views, generated columns and triggers", async () => {
    const { problems, run } = await changed((db) => {
      db.exec("ALTER TABLE params RENAME TO hidden");
      db.exec("CREATE VIEW params AS SELECT 'k' AS key, hex(zeroblob(900000000)) AS value, run_uuid FROM runs");
      db.exec(
        "ALTER TABLE runs ADD COLUMN artifact_location TEXT GENERATED ALWAYS AS (hex(zeroblob(900000000))) VIRTUAL",
      );
      db.exec("CREATE TRIGGER t AFTER INSERT ON tags BEGIN DELETE FROM runs; END");
    });
    assert.match(problems.map(({ reason }) => reason).join(), /There is no table "params"/);
    assert.deepEqual(run?.params, []);
  });

  it("does not touch a large table of points until asked, and says that it did not count", async () => {
    const { run, detail } = await changed((db) => {
      db.exec(
        "INSERT INTO metrics (rowid, key, value, timestamp, run_uuid, step, is_nan) VALUES (300000, 'm', 1.5, 1, 'r', 0, 0), (300001, 'm', 0.5, 2, 'r', 1, 0)",
      );
      db.exec("INSERT INTO latest_metrics VALUES ('m', 0.5, 2, 1, 0, 'r')");
    });
    const last = { value: 0.5, timestamp: 2, step: 1 };
    assert.deepEqual(run?.metrics, [{ key: "m", last, first: 0.5, min: 0.5, max: 0.5, count: -1 }]);
    assert.deepEqual(detail?.metrics, [{ key: "m", last, first: 1.5, min: 0.5, max: 1.5, count: 2 }]);
  });

  it("finds the last point where latest_metrics lacks it", async () => {
    const { run } = await changed((db) =>
      db.exec("INSERT INTO metrics VALUES ('m', 3, 7, 'r', 2, 0), ('m', 4, 6, 'r', 2, 0)"),
    );
    assert.deepEqual(run?.metrics, [
      { key: "m", last: { value: 3, timestamp: 7, step: 2 }, first: 4, min: 3, max: 4, count: 2 },
    ]);
  });

  it("reads the same without any index", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    const wanted = await readStore(path);
    write(path, (db) => {
      const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").all();
      for (const { name } of names) db.exec(`DROP INDEX "${name}"`);
    });
    assert.deepEqual(await readStore(path), wanted);
  });

  it("reads the schema of MLflow 0.9, before steps, NaN and last values had columns", async () => {
    const path = space.path("mlflow.db");
    write(path, (db) =>
      db.exec(`
        CREATE TABLE experiments (experiment_id INTEGER PRIMARY KEY, name TEXT, artifact_location TEXT, lifecycle_stage TEXT);
        CREATE TABLE runs (run_uuid TEXT PRIMARY KEY, name TEXT, status TEXT, start_time BIGINT, experiment_id INTEGER);
        CREATE TABLE params (key TEXT, value TEXT, run_uuid TEXT, PRIMARY KEY (key, run_uuid));
        CREATE TABLE tags (key TEXT, value TEXT, run_uuid TEXT, PRIMARY KEY (key, run_uuid));
        CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT, PRIMARY KEY (key, timestamp, run_uuid));
        INSERT INTO experiments VALUES (0, 'Default', './mlruns/0', 'active');
        INSERT INTO runs VALUES ('a', '', 'FINISHED', 1, 0);
        INSERT INTO tags VALUES ('mlflow.runName', 'named by tag', 'a');
        INSERT INTO params VALUES ('lr', '0.1', 'a');
        INSERT INTO metrics VALUES ('m', 2, 20, 'a'), ('m', 1, 10, 'a'), ('n', NULL, 10, 'a');`),
    );
    const { problems, records, details } = await readStore(path);
    assert.deepEqual(problems, []);
    assert.equal(records[0]?.info.name, "named by tag");
    assert.deepEqual(records[0]?.metrics[0], {
      key: "m",
      last: { value: 2, timestamp: 20, step: 0 },
      first: 1,
      min: 1,
      max: 2,
      count: 2,
    });
    assert.ok(Number.isNaN(records[0]?.metrics[1]?.last.value));
    assert.deepEqual([...(details[0]?.history[0]?.values ?? [])], [1, 2]);
  });

  it("reads a run of many points in one piece, and many runs by parts", async () => {
    const { detail, details } = await changed((db) => {
      db.exec(
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 249999) INSERT INTO metrics SELECT 'long', i * 0.5, i, 'r', i, 0 FROM n",
      );
    });
    assert.equal(detail?.history[0]?.values.length, 250_000);
    assert.equal(detail?.metrics[0]?.count, 250_000);
    assert.equal(new Set(details.map((each) => each.info.id)).size, details.length);
  });
});
