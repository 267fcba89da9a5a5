import { deepEqual, equal } from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Git } from "../../../../src/engine/git/process.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { buildStore } from "../../../support/store.ts";
import { linesOf } from "../../../support/verifying.ts";

const REQUEST = { target: { kind: "data" }, level: "full", only: null } as const;

describe("verify of a folder beside a database", () => {
  let folder: string;
  let runs: readonly string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verify-beside-"));
    copyFileSync("test/fixtures/2.22.5-sqlite/mlflow.db", join(folder, "mlflow.db"));
    const database = new DatabaseSync(join(folder, "mlflow.db"));
    runs = database
      .prepare("SELECT run_uuid FROM runs WHERE experiment_id = 1 ORDER BY run_uuid")
      .all()
      .map((row) => String(row.run_uuid));
    database.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const artifacts = (experiment: string, run: string, ...names: string[]): void => {
    for (const name of ["artifacts", ...names])
      mkdirSync(join(folder, "mlruns", experiment, run, name), { recursive: true });
    writeFileSync(join(folder, "mlruns", experiment, run, "artifacts", "plot.txt"), "x");
  };
  const store = (name: string) =>
    ({ key: join(folder, name), kind: name.endsWith(".db") ? "sqlite" : "file", base: folder, label: name }) as const;
  const verify = () => verifyStores(folder, [store("mlruns")], REQUEST);
  const meta = (experiment: string) =>
    writeFileSync(
      join(folder, "mlruns", experiment, "meta.yaml"),
      `artifact_location: ./mlruns/${experiment}\nexperiment_id: '${experiment}'\nlifecycle_stage: active\nname: e${experiment}\n`,
    );

  it("takes the artifacts of the database's runs for no runs of their own", async () => {
    for (const run of runs) artifacts("1", run);
    const counted = async () => (await verify()).stores.map((one) => [one.experiments, one.runs]);
    deepEqual([linesOf((await verify()).findings), await counted()], [[], [[0, 0]]]);
    meta("1");
    deepEqual([linesOf((await verify()).findings), await counted()], [[], [[1, 0]]]);
    rmSync(join(folder, "mlruns", "1", "meta.yaml"));
    artifacts("1", "a".repeat(32), "metrics");
    deepEqual(linesOf((await verify()).findings), [
      "MLR101 error mlruns/1/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "MLR120 error mlruns/1",
    ]);
  });

  it("counts artifacts whose run the database lost, and no longer accuses each of them", async () => {
    for (const run of ["a", "b", "c"].map((digit) => digit.repeat(32))) artifacts("1", run);
    artifacts("1", runs[0] ?? "");
    meta("1");
    const { findings } = await verify();
    deepEqual(linesOf(findings), ["MLR133 warning mlruns/1"]);
    deepEqual(
      findings.map(({ message }) => message),
      ["3 folders hold artifacts of runs that no database here knows."],
    );
  });

  it("still finds a run without meta.yaml: with values of its own, of another experiment, or with no database", async () => {
    const [lost = "", other = "", last = ""] = ["a", "b", "c"].map((digit) => digit.repeat(32));
    artifacts("1", lost, "metrics", "params");
    artifacts("77", other);
    for (const experiment of ["1", "77"]) meta(experiment);
    deepEqual(linesOf((await verify()).findings), [`MLR101 error mlruns/1/${lost}`, `MLR101 error mlruns/77/${other}`]);
    rmSync(join(folder, "mlflow.db"));
    artifacts("1", last);
    equal(linesOf((await verify()).findings).length, 3);
  });

  it("asks databases elsewhere, where they are verified together, for runs that they know", async () => {
    mkdirSync(join(folder, "backend"));
    renameSync(join(folder, "mlflow.db"), join(folder, "backend", "tracking.db"));
    const [known = ""] = runs;
    for (const run of [known, "a".repeat(32)]) artifacts("1", run);
    meta("1");
    const lost = `MLR101 error mlruns/1/${"a".repeat(32)}`;
    deepEqual(linesOf((await verify()).findings).length, 2);
    const both = await verifyStores(folder, [store("mlruns"), store("backend/tracking.db")], REQUEST);
    deepEqual(
      linesOf(both.findings, "MLR1").filter((line) => line.includes("mlruns/")),
      [lost],
    );
  });

  it("accuses nobody where the database cannot be read", async () => {
    writeFileSync(join(folder, "mlflow.db"), "no database");
    artifacts("1", "a".repeat(32));
    meta("1");
    deepEqual(linesOf((await verify()).findings), []);
  });

  it("asks Git about a database: not committed, changed, its artifacts ignored", async () => {
    const repo = new GitRepo(folder);
    const git = new Git();
    const findings = async () =>
      linesOf((await verifyStores(folder, [store("mlflow.db")], REQUEST, { git })).findings, "MLR30");
    deepEqual(await findings(), ["MLR305 info mlflow.db"]);
    const database = new DatabaseSync(join(folder, "mlflow.db"));
    const [run = ""] = runs;
    database.prepare("UPDATE runs SET artifact_uri = ? WHERE run_uuid = ?").run(`./mlruns/1/${run}/artifacts`, run);
    artifacts("1", run);
    writeFileSync(join(folder, ".gitignore"), "# big\nmlruns/\n");
    repo.commit();
    deepEqual(await findings(), ["MLR303 warning .gitignore:2"]);
    database.prepare("DELETE FROM tags WHERE run_uuid = ?").run(run);
    database.close();
    deepEqual(await findings(), ["MLR303 warning .gitignore:2", "MLR307 info mlflow.db"]);
    git.close();
  });

  it("does not take a whole store for artifacts of the database", async () => {
    buildStore(join(folder, "mlruns"), { experiments: [{ id: "1", name: "e", runs: [{}, {}] }] });
    const { findings, stores } = await verify();
    deepEqual([linesOf(findings), stores.map((one) => one.runs)], [[], [2]]);
  });
});
