import { deepEqual, equal, match, ok } from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseTarget } from "../../../../src/core/verify/target.ts";
import { exitCode, verdictOf } from "../../../../src/core/verify/words.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { databaseDamages } from "../../../support/damage.ts";

describe("verify of a database", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verify-db-"));
    file = join(folder, "mlflow.db");
    copyFileSync("test/fixtures/2.22.5-sqlite/mlflow.db", file);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function verify(target = "data") {
    const ref = { key: file, kind: "sqlite", base: folder, label: "mlflow.db" } as const;
    const wanted = parseTarget(target);
    if (wanted === null) throw new Error(target);
    const verification = await verifyStores(folder, [ref], { target: wanted, level: "full", only: null });
    const rules = verification.findings.map(({ rule }) => rule);
    return { ...verification, rules, others: rules.filter((rule) => !rule.startsWith("MLR4")) };
  }

  function change(sql: string): void {
    const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    db.exec(sql);
    db.close();
  }

  it("is whole as MLflow wrote it", async () => {
    const verification = await verify();
    deepEqual(verification.others, ["MLR130"]);
    match(verdictOf(verification), /^The data is whole: 1 store, 9 experiments, 26 runs/);
  });

  it("knows which MLflow would refuse or change it", async () => {
    deepEqual((await verify("mlflow-1.30")).others, ["MLR604"]);
    deepEqual((await verify("mlflow-2.22")).others, []);
    deepEqual((await verify("mlflow-3.18")).others, ["MLR605"]);
    change("UPDATE alembic_version SET version_num = 'ffffffffffff'");
    deepEqual((await verify("data")).others, ["MLR606", "MLR130"]);
  });

  it("finds rows whose run is gone", async () => {
    change("DELETE FROM runs WHERE run_uuid = (SELECT run_uuid FROM params LIMIT 1)");
    const { findings } = await verify();
    match(
      findings.find(({ rule }) => rule === "MLR602")?.message ?? "",
      /rows of (params|tags|metrics) refer to rows of runs/,
    );
  });

  it("says once that artifacts are addressed elsewhere and were not kept", async () => {
    const { findings } = await verify();
    deepEqual(
      findings.filter(({ rule }) => rule.startsWith("MLR4")).map(({ rule, severity, file }) => [rule, severity, file]),
      [
        ["MLR425", "info", "mlflow.db"],
        ["MLR416", "info", "mlflow.db"],
        ["MLR416", "info", "mlflow.db"],
      ],
    );
  });

  it("finds artifacts below the folder by the end of their address, and what they lack", async () => {
    const db = new DatabaseSync(file);
    const row = db
      .prepare("SELECT artifact_uri AS uri FROM runs JOIN tags USING (run_uuid) WHERE key = 'mlflow.log-model.history'")
      .get();
    db.close();
    const artifacts = join(folder, String(row?.uri).replace(/^.*\/mlruns\//, "mlruns/"));
    mkdirSync(artifacts, { recursive: true });
    writeFileSync(join(artifacts, "note.txt"), "kept");
    const lost = (await verify()).findings.find(({ rule }) => rule === "MLR424");
    equal(lost?.file, artifacts.slice(folder.length + 1));
    equal(lost?.severity, "error");
  });

  it("finds aliases of versions that are not there", async () => {
    change("UPDATE registered_model_aliases SET version = 99");
    ok((await verify()).rules.includes("MLR414"));
  });

  for (const { name, apply } of databaseDamages) {
    it(`says so of a ${name}`, async () => {
      apply(file);
      const verification = await verify();
      equal(exitCode(verification, "error"), 1, JSON.stringify(verification));
    });
  }
});
