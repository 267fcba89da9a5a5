import { deepEqual, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { StoreRef } from "../../../../src/core/model/store.ts";
import { walkArtifacts } from "../../../../src/engine/disk/artifacts.ts";
import { ArtifactLocator } from "../../../../src/engine/disk/locateArtifacts.ts";

interface Expected {
  readonly runs: readonly {
    readonly run_id: string;
    readonly experiment_id: string;
    readonly artifact_uri: string;
    readonly lifecycle_stage: string;
    readonly artifacts: readonly { readonly path: string; readonly is_dir: boolean; readonly size: number }[];
  }[];
}

/** What the real client lists, on the machine that wrote the store, is what is found here, on another. */
async function compare(folder: string, kind: "file" | "sqlite"): Promise<number> {
  const expected: Expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  const key = join(folder, kind === "file" ? "mlruns" : "mlflow.db");
  const store: StoreRef = { key, kind, base: folder, label: "." };
  const locator = new ArtifactLocator(store);
  let files = 0;
  for (const run of expected.runs) {
    const trashed = join(".trash", run.experiment_id, run.run_id);
    const home = existsSync(join(key, trashed)) ? trashed : `${run.experiment_id}/${run.run_id}`;
    const place = await locator.locate({ home: kind === "file" ? home : null, uri: run.artifact_uri, id: run.run_id });
    const wanted = run.artifacts.filter((entry) => !entry.is_dir).map(({ path, size }) => ({ path, size }));
    const found: { path: string; size: number }[] = [];
    if (place.folder !== null) for await (const file of walkArtifacts(place.folder)) found.push(file);
    else ok(place.reason);
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    deepEqual(found.sort(byPath), wanted.sort(byPath), run.run_id);
    files += found.length;
  }
  return files;
}

function suite(title: string, root: string): void {
  describe(title, () => {
    let unpacked = "";
    before(() => {
      unpacked = mkdtempSync(join(tmpdir(), "mlflow-runs-fixture-"));
    });
    after(() => rmSync(unpacked, { recursive: true, force: true }));

    for (const name of readdirSync(root).filter((entry) => existsSync(join(root, entry, "expected.json")))) {
      const kind = name.endsWith("-file") ? "file" : "sqlite";
      it(`are those that MLflow lists for ${name}`, async () => ok((await compare(resolve(root, name), kind)) >= 5));

      const archive = join(root, name, "store.tar.gz");
      if (!existsSync(archive)) continue;
      it(`are the same for ${name} with its empty folders`, async () => {
        const folder = join(unpacked, name);
        execFileSync("mkdir", ["-p", folder]);
        execFileSync("tar", ["-xzf", resolve(archive), "-C", folder]);
        execFileSync("cp", [join(root, name, "expected.json"), folder]);
        ok((await compare(folder, kind)) >= 5);
      });
    }
  });
}

suite("artifacts of the committed fixtures", join("test", "fixtures"));
const shared = join("..", "shared", "fixtures");
if (existsSync(shared)) suite("artifacts of the shared fixtures", shared);
