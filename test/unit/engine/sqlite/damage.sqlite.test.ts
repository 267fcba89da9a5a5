import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { StoreUnreadable, type UnreadableKind } from "../../../../src/engine/sqlite/errors.ts";
import { openSqliteReader } from "../../../../src/engine/sqlite/reader.ts";
import { makeDatabase } from "../../../bench/makeDatabase.ts";
import { copyFixture, readStore, refOf, scratch, write } from "./support.ts";

const NEWEST = "test/fixtures/3.18.0-sqlite/mlflow.db";

/** Every table that is read. */
const TABLES = [
  "experiments experiment_tags runs params tags metrics latest_metrics datasets inputs input_tags",
  "registered_models registered_model_tags registered_model_aliases model_versions model_version_tags",
  "logged_models logged_model_params logged_model_tags logged_model_metrics",
  "trace_info trace_tags trace_request_metadata assessments alembic_version",
].flatMap((line) => line.split(" "));

const pageSizeOf = (bytes: Buffer): number => bytes.readUInt16BE(16);

function pagesOf(path: string, table: string): number[] {
  let pages: number[] = [];
  write(path, (db) => {
    const roots = db.prepare("SELECT rootpage FROM sqlite_master WHERE name = ?").all(table);
    pages = roots.map((row) => Number(row.rootpage));
  });
  return pages;
}

/** Overwrites the root page of a table. */
function spoil(path: string, table: string): void {
  const bytes = readFileSync(path);
  const pageSize = pageSizeOf(bytes);
  for (const page of pagesOf(path, table)) bytes.fill(0xff, (page - 1) * pageSize, page * pageSize);
  writeFileSync(path, bytes);
}

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

describe("a damaged database", function () {
  this.timeout(60_000);
  const space = scratch();

  async function refused(path: string, kind: UnreadableKind, words: RegExp): Promise<void> {
    const isOurs = (error: unknown): boolean => {
      assert.ok(StoreUnreadable.is(error), String(error));
      assert.equal(error.kind, kind);
      assert.match(error.reason, words);
      return true;
    };
    const reader = openSqliteReader(refOf(path));
    await assert.rejects(reader.experiments(), isOurs);
    await assert.rejects(reader.contents([]), isOurs);
    await reader.close();
  }

  const files: [string, string | Buffer, UnreadableKind, RegExp][] = [
    ["is empty", "", "damaged", /is empty \(0 bytes\)/],
    ["is a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "foreign", /git lfs pull/],
    ["is in conflict", "<<<<<<< HEAD\nSQLite format 3\n", "damaged", /merge conflict/],
    ["is text", "not a database", "foreign", /not an SQLite database/],
    ["is encrypted", Buffer.from(Array.from({ length: 8192 }, (_, i) => (i * 197 + 13) % 251)), "foreign", /encrypted/],
    ["ends in its header", readFileSync(NEWEST).subarray(0, 60), "damaged", /damaged|not an SQLite/],
    ["is of something else", "", "foreign", /no tables "experiments" and "runs"/],
  ];
  for (const [words, content, kind, reason] of files)
    it(`that ${words} is refused with a reason`, async () => {
      const path = space.path("mlflow.db");
      writeFileSync(path, content);
      if (words === "is of something else") write(path, (db) => db.exec("CREATE TABLE cars (name)"));
      if (words === "ends in its header")
        return refused(path, "foreign", /not an SQLite database/).catch(() => refused(path, kind, reason));
      await refused(path, kind, reason);
    });

  it("that is not there, or is a folder, is refused", async () => {
    await refused(space.path("mlflow.db"), "absent", /is not there/);
    mkdirSync(space.path("mlflow.db"));
    await refused(space.path("mlflow.db"), "foreign", /is a folder/);
  });

  it("that may not be read is refused", async () => {
    if (process.platform === "win32" || !process.seteuid || !process.geteuid) return;
    const path = copyFixture(space.path("mlflow.db"));
    chmodSync(path, 0);
    const user = process.geteuid();
    if (user === 0) {
      chmodSync(space.path("."), 0o755);
      process.seteuid(65534);
    }
    try {
      await refused(path, "denied", /permission denied/);
    } finally {
      process.seteuid(user);
    }
  });

  it("that is a pipe, or has one for a log, does not hang", async () => {
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [space.path("mlflow.db"), space.path("other.db-wal")]);
    await refused(space.path("mlflow.db"), "foreign", /not a plain file/);
    copyFixture(space.path("third.db"));
    writeFileSync(space.path("other.db"), readFileSync(space.path("third.db")));
    await refused(space.path("other.db"), "foreign", /not a plain file/);
  });

  it("too large to be copied while it is in use is refused", async () => {
    const path = copyFixture(space.path("mlflow.db"));
    writeFileSync(`${path}-wal`, "x");
    truncateSync(path, 5 * 2 ** 30);
    await refused(path, "limit", /5\.0 GiB, too large/);
  });

  it("that is cut off shows what is left, or says so", async () => {
    const path = space.path("mlflow.db");
    makeDatabase(path, { runs: 200, metrics: 2, steps: 2, experiments: 3 });
    const whole = readFileSync(path);
    for (const share of [0.01, 0.35, 0.5, 0.8, 0.99]) {
      writeFileSync(path, whole.subarray(0, Math.max(512, whole.length * share)));
      if (share < 0.1) await refused(path, "damaged", /is cut off: \d+ of \d+ bytes/);
      else {
        const { problems, experiments, records } = await readStore(path);
        assert.match(problems[0]?.reason ?? "", /is cut off: \d+ of \d+ bytes/);
        assert.equal(experiments.length, 3);
        assert.equal(records.length, 200);
      }
    }
  });

  for (const table of TABLES) {
    it(`whose table ${table} is spoilt still shows the others`, async () => {
      const path = copyFixture(space.path("mlflow.db"));
      const whole = await readStore(path);
      spoil(path, table);
      const { experiments, records, contents, problems } = await readStore(path);
      const all = [...problems, ...records.flatMap((run) => run.problems)];
      assert.ok(
        all.some(({ reason }) => reason.includes(`"${table}"`)),
        JSON.stringify(all),
      );
      assert.ok(all.every(({ code }) => code === "database" || code === "missing"));
      assert.ok(experiments.length >= whole.experiments.length - 2);
      assert.equal(contents.registry.length, table === "registered_models" ? 0 : whole.contents.registry.length);
      if (table !== "runs") assert.equal(records.length, whole.records.length);
      if (table !== "params")
        assert.deepEqual(
          records.map((run) => run.params),
          records.length ? whole.records.map((run) => run.params) : [],
        );
    });

    it(`without table ${table} still shows the others`, async () => {
      const path = copyFixture(space.path("mlflow.db"));
      write(path, (db) => db.exec(`PRAGMA foreign_keys = OFF; DROP TABLE ${table}`));
      const { problems, records } = await readStore(path);
      const needed = ["experiments", "runs", "params", "tags", "metrics"].includes(table);
      assert.equal(
        problems.some(({ reason }) => reason.startsWith(`There is no table "${table}"`)),
        needed,
      );
      if (table === "latest_metrics") assert.ok(records.some((run) => run.metrics.length > 0));
    });
  }

  it("with some spoilt pages loses only the runs on them", async () => {
    const path = space.path("mlflow.db");
    makeDatabase(path, { runs: 1000, metrics: 2, steps: 2, experiments: 2 });
    const bytes = readFileSync(path);
    const pageSize = pageSizeOf(bytes);
    const [root = 0] = pagesOf(path, "params");
    // The root is an inner page: its first child is a leaf of some 60 rows.
    const cell = bytes.readUInt16BE((root - 1) * pageSize + 12);
    const child = bytes.readUInt32BE((root - 1) * pageSize + cell);
    bytes.fill(0xff, (child - 1) * pageSize, child * pageSize);
    writeFileSync(path, bytes);
    const { records } = await readStore(path);
    const hurt = records.filter((run) => run.problems.length > 0);
    assert.equal(records.length, 1000);
    assert.ok(hurt.length > 0 && hurt.length < 30, `${hurt.length} hurt`);
    for (const run of records) assert.equal(run.params.length === 10, !hurt.includes(run));
  });

  it("changed in any place neither crashes nor hangs", async function () {
    this.timeout(120_000);
    const path = space.path("mlflow.db");
    const original = readFileSync(NEWEST);
    const random = numbers(7);
    const next = (limit: number): number => Number(random.next().value) % limit;
    for (let i = 0; i < 400; i++) {
      const bytes = Buffer.from(original);
      const start = i % 4 === 0 ? next(200) : next(bytes.length);
      for (let k = 0; k < 1 + next(40); k++) bytes[Math.min(start + next(64), bytes.length - 1)] = next(256);
      writeFileSync(path, bytes);
      try {
        await readStore(path);
      } catch (error) {
        assert.ok(StoreUnreadable.is(error), String(error));
      }
    }
  });
});
