import { deepEqual } from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Target } from "../../../../src/core/verify/target.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { healthy } from "../../../support/composing.ts";
import { writeFile } from "../../../support/writing.ts";

describe("verify of compose files over a database", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "verify-compose-db-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const database = (version: "2.22.5" | "3.18.0"): void =>
    cpSync(`test/fixtures/${version}-sqlite/mlflow.db`, join(folder, "mlflow.db"));
  const compose = (image: string, mode = ""): string =>
    healthy({
      image: `ghcr.io/mlflow/mlflow:${image}`,
      command: "mlflow server --host 0.0.0.0 --backend-store-uri sqlite:////data/mlflow.db",
      volumes: `["./:/data${mode}"]`,
    });
  const rules = async (text: string, target: Target = { kind: "data" }): Promise<string[]> => {
    writeFile(join(folder, "compose.yaml"), text);
    const store = { key: join(folder, "mlflow.db"), kind: "sqlite", base: folder, label: "mlflow.db" } as const;
    const { findings } = await verifyStores(folder, [store], { target, level: "quick", only: null });
    return findings.flatMap(({ rule }) => (rule.startsWith("MLR7") ? [rule] : [])).sort();
  };

  it("is content with an MLflow that knows the schema, even for reading", async () => {
    database("3.18.0");
    for (const mode of ["", ":ro"]) deepEqual(await rules(compose("v3.18.0", mode)), []);
    deepEqual(await rules(compose("latest", ":ro")), []);
  });

  it("tells of an MLflow that is older than the schema (MLR705)", async () => {
    database("3.18.0");
    deepEqual(await rules(compose("v2.22.0")), ["MLR705"]);
    deepEqual(await rules(compose("latest"), { kind: "mlflow", major: 2, minor: 22 }), ["MLR705"]);
  });

  it("tells of a newer MLflow that may not bring the schema up to date (MLR704)", async () => {
    database("2.22.5");
    deepEqual(await rules(compose("v3.18.0")), []);
    deepEqual(await rules(compose("v3.18.0", ":ro")), ["MLR704"]);
    deepEqual(await rules(compose("v2.22.0", ":ro")), []);
  });

  it("tells of a write-ahead log that may only be read (MLR704)", async () => {
    database("3.18.0");
    const connection = new DatabaseSync(join(folder, "mlflow.db"));
    connection.exec("PRAGMA journal_mode = WAL");
    connection.close();
    deepEqual(await rules(compose("v3.18.0")), []);
    deepEqual(await rules(compose("v3.18.0", ":ro")), ["MLR704"]);
  });

  it("tells of a database that is not mounted (MLR702), and of one that is not there (MLR703)", async () => {
    database("3.18.0");
    deepEqual(await rules(compose("v3.18.0").replace("./:/data", "./:/other")), ["MLR702"]);
    deepEqual(await rules(compose("v3.18.0").replace("./:/data", "./db:/data")), ["MLR703"]);
    deepEqual(await rules(compose("v3.18.0").replace("mlflow.db", "other.db")), ["MLR702"]);
  });
});
