import { deepEqual, equal } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discoverStores, UNBOUNDED } from "../../../../src/engine/disk/discover.ts";

/** Real repositories, where they lie beside the project. */
const CORPORA = join("..", "shared", "corpora");

/** Stores beyond those that were counted, and why. */
const EXTRA: Readonly<Record<string, readonly string[]>> = {
  // A folder named mlruns with one lock file: an empty store by its name. The count is of experiments.
  "yuqiaowu__whale-watcher": ["backend/Users/yuqiaowu/Desktop/第一个链上项目/鲸鱼监控/backend/mlruns"],
};

const DATABASES: Readonly<Record<string, string>> = {
  "01Angel01__House_Prediction": "mlflow.db",
  "10AcademyB6Week7__Scalable-Backtesting-Infrastructure": "mlflow.db",
  AlexKretov__SMOG: "notebooks/mlflow.db",
  "Automated-Bureaucracy-Kickoff__Automated-Bureaucracy": "mlflow.db",
  "Kamul-droid__projet_mlops": "mlflow.db",
};

/** What runs logged has no part in finding stores, and is nine files of ten. */
const LEFT_OUT = ["params", "metrics", "tags"].map((name) => `--exclude=*/${name}/*`);

describe("discoverStores in committed fixtures", () => {
  for (const name of readdirSync("test/fixtures").filter((entry) => /-(file|sqlite)$/.test(entry))) {
    it(`finds the one store of ${name}`, async () => {
      const { stores } = await discoverStores(join("test/fixtures", name), UNBOUNDED);
      deepEqual(
        stores.map((store) => store.label),
        [name.endsWith("-file") ? "mlruns" : "mlflow.db"],
      );
    });
  }
});

if (existsSync(join(CORPORA, "counts.json"))) {
  describe("discoverStores in real repositories", function () {
    // Unpacking waits for the disk, which other work may keep busy.
    this.timeout(60_000);
    const counts: Record<string, object> = JSON.parse(readFileSync(join(CORPORA, "counts.json"), "utf8"));
    let folder = "";
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "mlflow-runs-corpora-"));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    for (const [name, counted] of Object.entries(counts)) {
      it(`finds the stores of ${name}`, async () => {
        execFileSync("tar", ["-xzf", join(CORPORA, `${name}.tar.gz`), "-C", folder, ...LEFT_OUT]);
        const { stores, truncated } = await discoverStores(join(folder, name), UNBOUNDED);
        const labels = (kind: string): string[] => stores.filter((s) => s.kind === kind).map((s) => s.label);
        deepEqual(labels("file").sort(), [...Object.keys(counted), ...(EXTRA[name] ?? [])].sort());
        deepEqual(labels("sqlite"), DATABASES[name] === undefined ? [] : [DATABASES[name]]);
        equal(truncated, false);
      });
    }
  });
}
