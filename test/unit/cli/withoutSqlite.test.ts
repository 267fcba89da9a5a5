import { deepEqual, equal, match } from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runHere } from "./commandLine.ts";

/** Node 20 has no SQLite: this test says what then happens, so newer ones have nothing to test. */
const isOld = process.getBuiltinModule?.("node:sqlite") === undefined;

describe("a database on a Node without SQLite", () => {
  const database = join("test", "fixtures", "3.18.0-sqlite", "mlflow.db");

  if (isOld) {
    it("is refused with one sentence", async () => {
      const { code, out, err } = await runHere(["ls", database]);
      deepEqual([code, out], [2, ""]);
      match(err, /^mlflow-runs: Reading mlflow\.db needs Node 22\.13 or newer; this is Node \d+\.\d+\.\n$/);
    });

    it("is a problem beside a file store, which still shows", async () => {
      const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-cli-"));
      cpSync(database, join(folder, "mlflow.db"));
      cpSync(join("test", "fixtures", "1.30.1-file", "mlruns"), join(folder, "mlruns"), { recursive: true });
      const { code, out, err } = await runHere(["ls"], { cwd: folder });
      rmSync(folder, { recursive: true });
      equal(code, 0);
      match(out, /^mlruns {2}file, \d+ experiments/m);
      match(err, /^error: mlflow\.db: Reading mlflow\.db needs Node 22\.13/);
    });
  } else {
    it("is not the case here", () => equal(isOld, false));
  }
});
