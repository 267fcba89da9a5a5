import { deepEqual, equal, match } from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
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
    return { ...verification, rules: verification.findings.map(({ rule }) => rule) };
  }

  function change(sql: string): void {
    const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    db.exec(sql);
    db.close();
  }

  it("is whole as MLflow wrote it", async () => {
    const verification = await verify();
    deepEqual(verification.rules, ["MLR130"]);
    match(verdictOf(verification), /^The data is whole: 1 store, 9 experiments, 26 runs/);
  });

  it("knows which MLflow would refuse or change it", async () => {
    deepEqual((await verify("mlflow-1.30")).rules, ["MLR604"]);
    deepEqual((await verify("mlflow-2.22")).rules, []);
    deepEqual((await verify("mlflow-3.18")).rules, ["MLR605"]);
    change("UPDATE alembic_version SET version_num = 'ffffffffffff'");
    deepEqual((await verify("data")).rules, ["MLR606", "MLR130"]);
  });

  it("finds rows whose run is gone", async () => {
    change("DELETE FROM runs WHERE run_uuid = (SELECT run_uuid FROM params LIMIT 1)");
    const { findings } = await verify();
    match(
      findings.find(({ rule }) => rule === "MLR602")?.message ?? "",
      /rows of (params|tags|metrics) refer to rows of runs/,
    );
  });

  for (const { name, apply } of databaseDamages) {
    it(`says so of a ${name}`, async () => {
      apply(file);
      const verification = await verify();
      equal(exitCode(verification, "error"), 1, JSON.stringify(verification));
    });
  }
});
