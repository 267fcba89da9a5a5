import { deepEqual, equal, rejects } from "node:assert/strict";
import { type AsyncCalls, promisedDiskCalls } from "../../../../src/engine/disk/calls.ts";
import { discoverStores, EDITOR_BOUNDS, UNBOUNDED } from "../../../../src/engine/disk/discover.ts";
import { EXPERIMENT, RUN, temporaryFolder } from "./tree.ts";

const DATABASE = `SQLite format 3\0${"\0".repeat(100)}CREATE TABLE experiments (…)CREATE TABLE "runs" (…)`;

describe("discoverStores", () => {
  const folder = temporaryFolder();
  const found = async (options: Parameters<typeof discoverStores>[1] = UNBOUNDED): Promise<string[]> =>
    (await discoverStores(folder.path, options)).stores.map((store) => store.label);

  it("finds a folder with an experiment whatever its name, shallow first", async () => {
    folder.make({
      "a/b/tracking/0/meta.yaml": EXPERIMENT,
      "z/mlruns/0/meta.yaml": EXPERIMENT,
      "mlruns/7/meta.yaml": EXPERIMENT,
    });
    const { stores, truncated } = await discoverStores(folder.path, UNBOUNDED);
    deepEqual(stores, [
      { key: `${folder.path}/mlruns`, kind: "file", base: folder.path, label: "mlruns" },
      { key: `${folder.path}/z/mlruns`, kind: "file", base: folder.path, label: "z/mlruns" },
      { key: `${folder.path}/a/b/tracking`, kind: "file", base: folder.path, label: "a/b/tracking" },
    ]);
    equal(truncated, false);
  });

  it("answers . for the folder itself", async () => {
    folder.make({ "0/meta.yaml": EXPERIMENT });
    deepEqual(await found(), ["."]);
  });

  it("takes runs, logged models and registered models for no experiments", async () => {
    folder.make({
      "x/r/meta.yaml": RUN,
      "y/m-1/meta.yaml": "artifact_location: a\nexperiment_id: '0'\nmodel_id: m-1\n",
      "z/model/meta.yaml": "name: model\naliases: {}\n",
      "w/0/meta.yaml": "",
    });
    deepEqual(await found(), []);
  });

  it("counts deleted experiments for the folder that holds the trash, not for the trash", async () => {
    folder.make({ "old/.trash/3/meta.yaml": EXPERIMENT });
    deepEqual(await found(), ["old"]);
    deepEqual((await discoverStores(`${folder.path}/old/.trash`, UNBOUNDED)).stores, []);
  });

  it("counts folders named mlruns, mlflow_run and mlflow_runs although they are empty", async () => {
    folder.make({ "mlruns/": "", "a/mlflow_run/": "", "a/mlflow_runs/filelock": "", "a/mlruns_old/": "" });
    deepEqual(await found(), ["mlruns", "a/mlflow_run", "a/mlflow_runs"]);
  });

  it("counts a folder of damaged experiments beside a database", async () => {
    folder.make({ "mlflow.db": DATABASE, "mlruns/5/abc/metrics/loss": "1 2 3\n" });
    deepEqual(await found(), ["mlflow.db", "mlruns"]);
  });

  it("leaves the artifacts of a database to it", async () => {
    folder.make({ "mlflow.db": DATABASE, "mlruns/1/abc/artifacts/model/MLmodel": "" });
    deepEqual(await found(), ["mlflow.db"]);
  });

  it("takes a named folder that only holds stores for no store", async () => {
    folder.make({ "mlflow_runs/north/0/meta.yaml": EXPERIMENT, "mlflow_runs/south/mlruns/0/meta.yaml": EXPERIMENT });
    deepEqual(await found(), ["mlflow_runs/north", "mlflow_runs/south/mlruns"]);
  });

  it("follows inside a store only mlruns at its root and under artifacts", async () => {
    folder.make({
      "mlruns/0/meta.yaml": EXPERIMENT,
      "mlruns/mlruns/0/meta.yaml": EXPERIMENT,
      "mlruns/0/r/artifacts/mlruns/0/meta.yaml": EXPERIMENT,
      "mlruns/0/models/m-1/artifacts/mlruns/0/meta.yaml": EXPERIMENT,
      "mlruns/0/r/artifacts/copy/0/meta.yaml": EXPERIMENT,
      "mlruns/other/store/0/meta.yaml": EXPERIMENT,
    });
    deepEqual(await found(), [
      "mlruns",
      "mlruns/mlruns",
      "mlruns/0/r/artifacts/mlruns",
      "mlruns/0/models/m-1/artifacts/mlruns",
    ]);
  });

  it("takes an empty mlruns inside a store for no store", async () => {
    folder.make({ "mlruns/0/meta.yaml": EXPERIMENT, "mlruns/mlruns/": "" });
    deepEqual(await found(), ["mlruns"]);
  });

  it("looks to depth 3 in the editor", async () => {
    for (const parent of ["a/b", "a/b/c"])
      folder.make({ [`${parent}/mlruns/0/meta.yaml`]: EXPERIMENT, [`${parent}/x.db`]: DATABASE });
    deepEqual(await found(EDITOR_BOUNDS), ["a/b/mlruns", "a/b/x.db"]);
    deepEqual(await found(), ["a/b/mlruns", "a/b/x.db", "a/b/c/mlruns", "a/b/c/x.db"]);
  });

  for (const skipped of ["node_modules", ".git", "__pycache__", "site-packages"]) {
    it(`does not look into ${skipped}`, async () => {
      folder.make({ [`${skipped}/mlruns/0/meta.yaml`]: EXPERIMENT });
      deepEqual(await found(), []);
    });
  }

  it("does not look into a Python environment whatever its name", async () => {
    folder.make({ "my-env/pyvenv.cfg": "", "my-env/mlruns/0/meta.yaml": EXPERIMENT });
    deepEqual(await found(), []);
  });

  it("says when there were more folders than it may list", async () => {
    folder.make(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}/x/`, ""])));
    const { truncated } = await discoverStores(folder.path, { depth: 3, maxFolders: 20 });
    equal(truncated, true);
    equal((await discoverStores(folder.path, { depth: 3, maxFolders: 81 })).truncated, false);
  });

  it("finds the same in the same order whatever the disk's order", async () => {
    folder.make({
      "mlruns/1/meta.yaml": EXPERIMENT,
      "b/mlruns/": "",
      "a/mlruns/0/meta.yaml": EXPERIMENT,
      "c/x.db": DATABASE,
    });
    const backwards: AsyncCalls = {
      ...promisedDiskCalls,
      readdir: async (path) => (await promisedDiskCalls.readdir(path)).reverse(),
    };
    deepEqual(await found({ ...UNBOUNDED, calls: backwards }), await found());
  });

  it("goes on beside what cannot be listed or read", async () => {
    folder.make({ "mlruns/0/meta.yaml": EXPERIMENT, "locked/x": "", "odd/0/meta.yaml": EXPERIMENT });
    const fault = (path: string): never => {
      throw Object.assign(new Error(path), { code: "EACCES" });
    };
    const calls: AsyncCalls = {
      ...promisedDiskCalls,
      readdir: async (path) => (path.endsWith("locked") ? fault(path) : promisedDiskCalls.readdir(path)),
      readFile: async (path, ...rest) =>
        path.includes("odd") ? fault(path) : promisedDiskCalls.readFile(path, ...rest),
    };
    deepEqual(await found({ ...UNBOUNDED, calls }), ["mlruns"]);
  });

  it("finds nothing where there is nothing", async () => {
    deepEqual((await discoverStores(`${folder.path}/missing`, UNBOUNDED)).stores, []);
  });

  it("stops when asked to", async () => {
    await rejects(discoverStores(folder.path, { ...UNBOUNDED, signal: AbortSignal.abort() }), { name: "AbortError" });
  });
});

describe("discoverStores and links", () => {
  const folder = temporaryFolder();

  it("never follows a link out, nor one by another name, nor a circle", async () => {
    folder.make({
      "outside/mlruns/0/meta.yaml": EXPERIMENT,
      "base/mlruns": { link: "../outside/mlruns" },
      "base/data": { link: "../outside" },
      "base/circle": { link: "." },
      "base/mlflow_run": { link: "mlflow_run" },
      "base/store/0": { link: "../../outside/mlruns/0" },
      "base/mlflow.db": { link: "../outside/mlflow.db" },
    });
    deepEqual((await discoverStores(`${folder.path}/base`, UNBOUNDED)).stores, []);
  });

  it("counts a store that a link leads to once", async () => {
    folder.make({
      "data/runs/0/meta.yaml": EXPERIMENT,
      mlruns: { link: "data/runs" },
      "a/mlruns": { link: "../data/runs" },
    });
    const { stores } = await discoverStores(folder.path, UNBOUNDED);
    deepEqual(
      stores.map((store) => store.label),
      ["data/runs"],
    );
  });
});

describe("discoverStores and databases", () => {
  const folder = temporaryFolder();
  const labels = async (): Promise<string[]> =>
    (await discoverStores(folder.path, UNBOUNDED)).stores.map((store) => `${store.kind} ${store.label}`);

  it("counts databases with MLflow's tables by any of the usual endings", async () => {
    folder.make({
      "a.db": DATABASE,
      "b.sqlite": DATABASE,
      "c.sqlite3": DATABASE,
      "d.db3": DATABASE,
      "e.bak": DATABASE,
    });
    deepEqual(await labels(), ["sqlite a.db", "sqlite b.sqlite", "sqlite c.sqlite3", "sqlite d.db3"]);
  });

  it("leaves out other databases and other files", async () => {
    const other = (table: string): string =>
      `SQLite format 3\0CREATE TABLE ${table} (a)CREATE TABLE alembic_version (b)`;
    folder.make({ "optuna.db": other("studies"), "a.db": other("experiments_of_mine"), "Thumbs.db": "x", "b.db": "" });
    deepEqual(await labels(), []);
  });

  for (const [what, content] of [
    ["empty", ""],
    ["encrypted", "\x01\x02\x03"],
    ["a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\n"],
  ] as const) {
    it(`counts mlflow.db although it is ${what}`, async () => {
      folder.make({ "sub/mlflow.db": content });
      deepEqual(await labels(), ["sqlite sub/mlflow.db"]);
    });
  }

  it("finds a database in a store's own folder", async () => {
    folder.make({ "mlruns/0/meta.yaml": EXPERIMENT, "mlruns/mlflow.db": DATABASE });
    deepEqual(await labels(), ["file mlruns", "sqlite mlruns/mlflow.db"]);
  });
});
