import { deepEqual, rejects } from "node:assert/strict";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { NoStore, resolveStore } from "../../../../src/engine/disk/resolve.ts";
import { EXPERIMENT, RUN, temporaryFolder } from "./tree.ts";

describe("resolveStore", () => {
  const folder = temporaryFolder();
  const at = (name: string): string => `${folder.path}/${name}`;
  const resolved = (given: string) => resolveStore(given, folder.path);
  const refused = (given: string, reason: RegExp) =>
    rejects(resolved(given), (error) => error instanceof NoStore && reason.test(error.reason));

  it("finds the stores in a folder", async () => {
    folder.make({ "a/mlruns/0/meta.yaml": EXPERIMENT, "a/x/mlflow.db": "" });
    deepEqual(await resolved("a"), [
      { key: at("a/mlruns"), kind: "file", base: at("a"), label: "mlruns" },
      { key: at("a/x/mlflow.db"), kind: "sqlite", base: at("a"), label: "x/mlflow.db" },
    ]);
  });

  it("looks beside a store that is given itself", async () => {
    folder.make({ "mlruns/0/meta.yaml": EXPERIMENT, "mlruns/mlruns/0/meta.yaml": EXPERIMENT });
    deepEqual(await resolved("mlruns/"), [
      { key: at("mlruns"), kind: "file", base: folder.path, label: "." },
      { key: at("mlruns/mlruns"), kind: "file", base: folder.path, label: "mlruns" },
    ]);
  });

  it("takes an empty mlruns that is named for an empty store", async () => {
    folder.make({ "mlruns/": "" });
    deepEqual(await resolved("mlruns"), [{ key: at("mlruns"), kind: "file", base: folder.path, label: "." }]);
  });

  for (const inner of ["mlruns/0", "mlruns/0/r", "mlruns/0/r/artifacts/model", "mlruns/models", "mlruns/.trash/1"]) {
    it(`finds the store that ${inner} lies in`, async () => {
      folder.make({
        "mlruns/0/meta.yaml": EXPERIMENT,
        "mlruns/0/r/meta.yaml": RUN,
        "mlruns/0/r/artifacts/model/MLmodel": "",
        "mlruns/models/m/meta.yaml": "name: m\n",
        "mlruns/.trash/1/meta.yaml": EXPERIMENT,
      });
      deepEqual(await resolved(inner), [{ key: at("mlruns"), kind: "file", base: folder.path, label: "." }]);
    });
  }

  it("does not take a project for part of a store beside it", async () => {
    folder.make({ "0/meta.yaml": EXPERIMENT, "project/src/": "" });
    await refused("project", /^There is no MLflow store in /);
  });

  it("reads database paths in all their forms", async () => {
    folder.make({ "my data/x.db": "", "y%20.sqlite": "" });
    const database = (name: string) => [
      { key: at(name), kind: "sqlite", base: at(name).replace(/\/[^/]*$/, ""), label: "." },
    ];
    for (const [given, name] of [
      ["my data/x.db", "my data/x.db"],
      [at("my data/x.db"), "my data/x.db"],
      ["sqlite:///my data/x.db", "my data/x.db"],
      [`sqlite:///${at("my data/x.db")}`, "my data/x.db"],
      ["sqlite+pysqlite:///my data/x.db?timeout=5", "my data/x.db"],
      ["SQLITE:///y%20.sqlite", "y%20.sqlite"],
      [pathToFileURL(at("my data/x.db")).href, "my data/x.db"],
      ["file:my%20data/x.db", "my data/x.db"],
    ] as const) {
      deepEqual(await resolved(given), database(name), given);
    }
  });

  it("reads a file URI of a folder", async () => {
    folder.make({ "mlruns/0/meta.yaml": EXPERIMENT });
    deepEqual((await resolved(pathToFileURL(at("mlruns")).href))[0]?.key, at("mlruns"));
  });

  it("takes any SQLite file that is named", async () => {
    folder.make({ backend: "SQLite format 3\0rest" });
    deepEqual((await resolved("backend"))[0]?.kind, "sqlite");
  });

  it("takes what is there for a path although it looks like a URI", async () => {
    folder.make({ "s3:/mlruns/0/meta.yaml": EXPERIMENT });
    deepEqual(
      (await resolved("s3:")).map((store) => store.label),
      ["mlruns"],
    );
  });

  it("says in one sentence why there is no store", async () => {
    folder.make({ "empty/": "", "notes.txt": "hello" });
    await refused("empty", /^There is no MLflow store in .*empty: no mlruns folder, no experiment, no mlflow\.db\.$/);
    await refused("missing", /^There is no file or folder .*missing\.$/);
    await refused("sqlite:///missing.db", /^There is no file or folder .*missing\.db\.$/);
    await refused("notes.txt", /notes\.txt is neither a folder nor an SQLite database\.$/);
    await refused("", /^The path is empty\.$/);
    await refused("a\0b", /NUL/);
    await refused("http://localhost:5000", /^http: is not read; /);
    await refused("postgresql+psycopg2://u:p@h/d", /^postgresql\+psycopg2: is not read; /);
    await refused("sqlite://", /names no file/);
    await refused("sqlite:///:memory:", /names no file/);
    await refused("file://elsewhere/mlruns", /is no path of this machine/);
    await refused("file:%zz", /is no path of this machine/);
  });

  it("finds the store from the folder it is called in", async () => {
    folder.make({ "mlruns/0/meta.yaml": EXPERIMENT });
    deepEqual((await resolveStore(".", at("mlruns")))[0]?.label, ".");
    deepEqual((await resolveStore(basename(folder.path), `${folder.path}/..`))[0]?.label, "mlruns");
  });
});
