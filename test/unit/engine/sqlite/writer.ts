import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** How the other program writes. */
export interface Writing {
  readonly journal: "delete" | "truncate" | "persist" | "wal";
  /** Milliseconds between two transactions. */
  readonly pause: number;
  /** Opens and closes the file for every transaction, so that a log comes and goes. */
  readonly reopens?: boolean;
}

/** A journal that is written to without an end, so that no moment is quiet. */
export function fidget(journal: string): ChildProcess {
  const program = `
    const fs = require("node:fs");
    fs.writeFileSync(process.argv[1], "x".repeat(512));
    process.stdout.write("started");
    setInterval(() => fs.utimesSync(process.argv[1], new Date(), new Date()), 1);`;
  return spawn(process.execPath, ["-e", program, "--", journal], { stdio: ["ignore", "pipe", "inherit"] });
}

export interface Written {
  readonly commits: number;
  /** How often it was told SQLITE_BUSY: never because of us. */
  readonly busy: number;
}

/**
 * Each transaction sets param `v`, tag `v` and metric `v` of all runs to the same number and adds a run, so that a
 * torn read shows. Its cache is so small that pages are written in the midst of a transaction.
 */
const PROGRAM = `
const { DatabaseSync } = require("node:sqlite");
const [path, journal, pause, reopens] = process.argv.slice(1);
let commits = 0, busy = 0, db = null;
const open = () => {
  db = new DatabaseSync(path, { timeout: 0 });
  db.exec("PRAGMA journal_mode = " + journal + "; PRAGMA synchronous = OFF; PRAGMA cache_size = 5; PRAGMA wal_autocheckpoint = 20");
};
const commit = () => {
  if (db === null) open();
  const v = commits + 1;
  db.exec("BEGIN IMMEDIATE");
  db.prepare("UPDATE params SET value = ? WHERE key = 'v'").run(String(v));
  db.prepare("UPDATE latest_metrics SET value = ?, step = ? WHERE key = 'v'").run(v, v);
  db.prepare("UPDATE tags SET value = ? WHERE key = 'v'").run(String(v));
  db.prepare("UPDATE experiment_tags SET value = ? WHERE key = 'v'").run(String(v));
  db.exec("COMMIT");
  commits = v;
  if (reopens) { db.close(); db = null; }
};
const loop = () => {
  try { commit(); } catch (error) {
    if (error.errcode !== 5) throw error;
    busy++;
    if (db && db.isTransaction) db.exec("ROLLBACK");
  }
  if (commits === 1) process.stdout.write("started\\n");
  if (!done) setTimeout(loop, Number(pause));
  else { db?.close(); process.stdout.write(JSON.stringify({ commits, busy }) + "\\n"); }
};
let done = false;
process.stdin.on("end", () => { done = true; }).resume();
loop();
`;

/** Another program that writes to a database until it is stopped. */
export class Writer {
  readonly #child: ChildProcess;
  #output = "";

  constructor(path: string, { journal, pause, reopens = false }: Writing) {
    const values = [path, journal, String(pause), reopens ? "yes" : ""];
    this.#child = spawn(process.execPath, ["--no-warnings", "-e", PROGRAM, "--", ...values], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#child.stdout?.on("data", (data: Buffer) => {
      this.#output += data.toString();
    });
  }

  async started(): Promise<void> {
    while (!this.#output.includes("started")) await once(this.#child.stdout ?? this.#child, "data");
  }

  async stop(): Promise<Written> {
    const closed = once(this.#child, "close");
    this.#child.stdin?.end();
    await closed;
    return JSON.parse(this.#output.trim().split("\n").at(-1) ?? "") as Written;
  }
}

/** Leaves a transaction half-written, as a crash does: pages and a hot journal, or frames in a log without a commit. */
export async function crash(path: string, journal: "delete" | "wal"): Promise<void> {
  const program = `
    const { DatabaseSync } = require("node:sqlite");
    const db = new DatabaseSync(process.argv[1]);
    db.exec("PRAGMA journal_mode = ${journal}; PRAGMA cache_size = 1; CREATE TABLE IF NOT EXISTS filler (a)");
    db.exec("INSERT INTO tags SELECT 'committed', 'yes', run_uuid FROM runs");
    db.exec("BEGIN; UPDATE params SET value = 'torn'; UPDATE runs SET name = 'torn', status = 'FAILED'");
    db.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO filler SELECT hex(randomblob(100)) FROM n");
    process.kill(process.pid, "SIGKILL");
  `;
  const child = spawn(process.execPath, ["--no-warnings", "-e", program, "--", path], { stdio: "inherit" });
  await once(child, "close");
}
