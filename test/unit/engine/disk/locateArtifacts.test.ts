import { deepEqual, equal, match, ok } from "node:assert/strict";
import { posix, win32 } from "node:path";
import type { StoreRef } from "../../../../src/core/model/store.ts";
import { ArtifactLocator, type OwnerLookup } from "../../../../src/engine/disk/locateArtifacts.ts";
import { memoryDisk } from "./memoryDisk.ts";
import { temporaryFolder } from "./tree.ts";

const RUN = "0123456789abcdef0123456789abcdef";
const MODEL = `m-${RUN}`;

describe("ArtifactLocator", () => {
  const folder = temporaryFolder();
  const files = (store = "mlruns"): StoreRef => ({
    key: `${folder.path}/${store}`,
    kind: "file",
    base: folder.path,
    label: store,
  });
  const database = (file = "mlflow.db"): StoreRef => ({ ...files(file), kind: "sqlite" });
  const below = (found: string | null): string | null => found && posix.relative(folder.path, found);
  const locate = async (store: StoreRef, uri: string, home: string | null, extra: readonly string[] = []) => {
    const place = await new ArtifactLocator(store, extra).locate({ home, uri, id: RUN });
    return below(place.folder) ?? place.reason;
  };

  it("looks beside meta.yaml first", async () => {
    folder.make({ [`mlruns/0/${RUN}/artifacts/a`]: "", [`elsewhere/${RUN}/artifacts/b`]: "" });
    equal(await locate(files(), `/x/elsewhere/${RUN}/artifacts`, `0/${RUN}`), `mlruns/0/${RUN}/artifacts`);
  });

  it("goes on where the folder beside meta.yaml is empty", async () => {
    folder.make({ [`mlruns/0/${RUN}/artifacts/`]: "", [`elsewhere/${RUN}/artifacts/b`]: "" });
    equal(await locate(files(), `/x/elsewhere/${RUN}/artifacts`, `0/${RUN}`), `elsewhere/${RUN}/artifacts`);
    equal(await locate(files(), `/x/missing/${RUN}/artifacts`, `0/${RUN}`), `mlruns/0/${RUN}/artifacts`);
  });

  for (const uri of [
    `file:///tmp/mlops/project/mlruns/1/${RUN}/artifacts`,
    `/tmp/mlops/project/mlruns/1/${RUN}/artifacts`,
    `file:C:/Users/me/mlruns/1/${RUN}/artifacts`,
    `C:\\Users\\me\\mlruns\\1\\${RUN}\\artifacts`,
    `./mlruns/1/${RUN}/artifacts`,
    `mlflow-artifacts:/1/${RUN}/artifacts`,
    `s3://bucket/mlruns/1/${RUN}/artifacts`,
  ]) {
    it(`maps ${uri.replace(RUN, "RUN")} of a database onto the folder`, async () => {
      folder.make({ [`mlruns/1/${RUN}/artifacts/a`]: "" });
      equal(await locate(database(), uri, null), `mlruns/1/${RUN}/artifacts`);
    });
  }

  it("looks below the database's own folder, the base, and what is configured", async () => {
    folder.make({ [`a/mlruns/1/${RUN}/artifacts/x`]: "", "b/": "" });
    const uri = `/app/mlruns/1/${RUN}/artifacts`;
    equal(await locate(database("a/mlflow.db"), uri, null), `a/mlruns/1/${RUN}/artifacts`);
    match(String(await locate(database("b/mlflow.db"), uri, null)), /no copy of them was found/);
    equal(await locate(database("b/mlflow.db"), uri, null, [`${folder.path}/a`]), `a/mlruns/1/${RUN}/artifacts`);
  });

  it("prefers the longest end of the path", async () => {
    folder.make({ [`${RUN}/artifacts/short`]: "", [`p/mlruns/1/${RUN}/artifacts/long`]: "" });
    equal(await locate(database(), `/home/p/mlruns/1/${RUN}/artifacts`, null), `p/mlruns/1/${RUN}/artifacts`);
  });

  it("finds what a server kept in its default folder", async () => {
    folder.make({ [`mlartifacts/7/${RUN}/artifacts/x`]: "" });
    equal(await locate(database(), `mlflow-artifacts:/7/${RUN}/artifacts`, null), `mlartifacts/7/${RUN}/artifacts`);
  });

  it("says why nothing is found", async () => {
    folder.make({ "mlruns/0/": "" });
    const told = async (uri: string, home: string | null): Promise<string> => String(await locate(files(), uri, home));
    match(await told(`/x/mlruns/0/${RUN}/artifacts`, `0/${RUN}`), /^There are no artifacts: none were logged/);
    match(
      await told(`s3://b/${RUN}/artifacts`, `0/${RUN}`),
      /^The artifacts are at s3:.* no copy of them was found in /,
    );
    match(await told(`mysql://h/${RUN}/artifacts`, `0/${RUN}`), /^Places of the kind mysql: are shown, not opened: /);
    match(await told(`/x/../${RUN}/artifacts`, `0/${RUN}`), /is not used because it leads upward\.$/);
  });

  it("does not follow a link out", async () => {
    folder.make({
      [`secret/${RUN}/artifacts/key`]: "",
      [`base/mlruns/0/${RUN}/artifacts`]: { link: `${folder.path}/secret` },
      "base/data": { link: "../secret" },
    });
    const store: StoreRef = {
      key: `${folder.path}/base/mlruns`,
      kind: "file",
      base: `${folder.path}/base`,
      label: "mlruns",
    };
    match(
      String(await locate(store, `/x/data/${RUN}/artifacts`, `0/${RUN}`)),
      /leads through a link out of the folder/,
    );
    equal(await locate(store, "", `0/${RUN}`, [`${folder.path}/secret`]), "secret");
  });

  it("follows a link that stays within the roots", async () => {
    folder.make({ [`big/${RUN}/a`]: "", [`mlruns/0/${RUN}/artifacts`]: { link: `../../../big/${RUN}` } });
    equal(await locate(files(), "", `0/${RUN}`), `big/${RUN}`);
  });

  it("takes a file for no folder", async () => {
    folder.make({ [`mlruns/0/${RUN}/artifacts`]: "" });
    match(String(await locate(files(), "", `0/${RUN}`)), /^There are no artifacts/);
  });
});

describe("ArtifactLocator and model versions", () => {
  const folder = temporaryFolder();
  const store = (): StoreRef => ({ key: `${folder.path}/mlruns`, kind: "file", base: folder.path, label: "mlruns" });
  const locate = async (source: string, ownerOf: OwnerLookup = () => null, storageLocation: string | null = null) => {
    const version = {
      ...{
        name: "m",
        version: "1",
        created: null,
        updated: null,
        description: null,
        user: null,
        stage: "None",
        source,
      },
      ...{ storageLocation, runId: null, runLink: null, modelId: null, status: "READY", statusMessage: null },
      ...{ tags: [], aliases: [] },
    };
    const place = await new ArtifactLocator(store()).locateVersion(version, ownerOf);
    return place.folder ? posix.relative(folder.path, place.folder) : place.reason;
  };

  it("finds a run's model by the end of its source", async () => {
    folder.make({ [`mlruns/4/${RUN}/artifacts/model/MLmodel`]: "" });
    equal(await locate(`file:///D:/p/mlruns/4/${RUN}/artifacts/model`), `mlruns/4/${RUN}/artifacts/model`);
  });

  it("finds it beside the run where the source names another experiment", async () => {
    folder.make({ [`mlruns/4/${RUN}/artifacts/model/MLmodel`]: "" });
    const owner: OwnerLookup = (kind, id) => (kind === "run" && id === RUN ? { home: `4/${RUN}`, uri: "" } : null);
    equal(await locate(`mlflow-artifacts:/9/${RUN}/artifacts/model`, owner), `mlruns/4/${RUN}/artifacts/model`);
    equal(await locate(`runs:/${RUN}/model`, owner), `mlruns/4/${RUN}/artifacts/model`);
  });

  it("finds a logged model by its id, and by where it is stored", async () => {
    folder.make({ [`mlruns/4/models/${MODEL}/artifacts/MLmodel`]: "" });
    const owner: OwnerLookup = (kind) => (kind === "model" ? { home: `4/models/${MODEL}`, uri: "" } : null);
    equal(await locate(`models:/${MODEL}`, owner), `mlruns/4/models/${MODEL}/artifacts`);
    const stored = `file:///C:/Ausaf%20raza/mlruns/4/models/${MODEL}/artifacts`;
    equal(await locate(`models:/${MODEL}`, undefined, stored), `mlruns/4/models/${MODEL}/artifacts`);
  });

  it("finds a relative source with backslashes", async () => {
    folder.make({ "models/churn/MLmodel": "" });
    equal(await locate("models\\churn"), "models/churn");
  });

  it("says where it is where it cannot be found", async () => {
    match(String(await locate(`s3://b/${RUN}/artifacts/model`)), /^The artifacts are at s3:/);
    match(String(await locate("models:/other/3")), /^Nothing in this folder matches models:\/other\/3\.$/);
  });
});

/** What has been tried against MLflow's server, by the families of its advisories since 2023. */
const PAYLOADS = [
  "../../../../etc/passwd",
  "..\\..\\..\\etc\\passwd",
  "/etc/passwd",
  "C:\\Windows\\win.ini",
  "file:///etc/passwd",
  "file:/etc/passwd",
  "file:etc/passwd",
  "file:///proc/self/root/etc/passwd",
  "file:///C:/Windows/win.ini",
  "file:///base/../../etc/passwd",
  "file:///%2e%2e/%2e%2e/etc/passwd",
  "file:///%252e%252e/%252e%252e/etc/passwd",
  "file:///..%5c..%5cetc%5cpasswd",
  "file:///a#/../../etc/passwd",
  "file:///a?/../../etc/passwd",
  "file:///a;x=/../../etc/passwd",
  "http:///#/../../../../etc/passwd",
  "s3://bucket/../../etc/passwd",
  "mlflow-artifacts:/../../etc",
  "mlflow-artifacts://host/%2e%2e%2f%2e%2e%2fetc",
  "models:/m/../../../etc",
  "runs:/../../../etc/passwd",
  "dbfs:/..\\..\\etc",
  "file://localhost/etc/passwd",
  "\\\\?\\C:\\Windows",
  "\\\\attacker\\share",
  "file:///etc/passwd\0.png",
  ` file:///etc/passwd`,
  "fIlE:///etc/passwd",
  "local:///etc/passwd",
  "a/".repeat(4000),
];

describe("ArtifactLocator and hostile addresses", () => {
  for (const [system, path, base] of [
    ["POSIX", posix, "/data/base"],
    ["Windows", win32, "C:\\work\\base"],
  ] as const) {
    it(`asks nothing outside its roots on ${system}`, async () => {
      const outside =
        path.sep === "/" ? ["/etc/passwd", `/etc/${RUN}/artifacts/x`] : ["C:\\Windows\\win.ini", "C:\\etc\\passwd"];
      const disk = memoryDisk(path, [...outside, path.join(base, "mlruns", "0", "meta.yaml")]);
      const store: StoreRef = { key: path.join(base, "mlruns"), kind: "file", base, label: "mlruns" };
      for (const payload of PAYLOADS) {
        for (const uri of [payload, `${payload}/${RUN}/artifacts`, `${payload}\\${RUN}\\artifacts`]) {
          for (const home of [null, payload]) {
            const place = await new ArtifactLocator(store, [], disk).locate({ home, uri, id: RUN });
            deepEqual(place.folder, null, JSON.stringify([uri, home]));
            ok(place.reason);
          }
        }
      }
      const strangers = disk.asked.filter((file) => file !== base && !file.startsWith(base + path.sep));
      deepEqual(strangers, []);
    });
  }
});

describe("ArtifactLocator on Windows", () => {
  const base = "C:\\Users\\Me\\Project";
  const long = Array.from({ length: 8 }, (_, i) => `${i}${"x".repeat(40)}`);
  const at = (...segments: string[]): string => win32.join(base, ...segments);
  const locate = (uri: string, store: Partial<StoreRef> = {}, files: readonly string[] = []) =>
    new ArtifactLocator(
      { key: at("mlflow.db"), kind: "sqlite", base, label: ".", ...store },
      [],
      memoryDisk(win32, [at("mlruns", "1", RUN, "artifacts", "a"), at("mlflow.db"), ...files]),
    ).locate({ home: null, uri, id: RUN });

  for (const uri of [
    `file:///C:/Users/Other/Project/mlruns/1/${RUN}/artifacts`,
    `file:///C:/Users/Other/Project/MLRUNS/1/${RUN}/artifacts`,
    `c:\\somewhere\\mlruns\\1\\${RUN}\\artifacts`,
    `\\\\server\\share\\mlruns\\1\\${RUN}\\artifacts`,
    `/home/me/mlruns/1/${RUN}/artifacts`,
  ]) {
    it(`maps ${uri.replace(RUN, "RUN")}`, async () => {
      equal((await locate(uri)).folder, at("mlruns", "1", RUN, "artifacts"));
    });
  }

  it("knows its roots in any case and in their long form", async () => {
    for (const root of [base.toLowerCase(), base.toUpperCase(), `\\\\?\\${base}`]) {
      const place = await locate(`/x/mlruns/1/${RUN}/artifacts`, { base: root, key: win32.join(root, "mlflow.db") });
      equal(place.folder, at("mlruns", "1", RUN, "artifacts"), root);
    }
  });

  it("finds paths of more than 260 characters", async () => {
    const deep = at(...long, RUN, "artifacts");
    ok(deep.length > 260);
    equal((await locate(`/x/${long.join("/")}/${RUN}/artifacts`, {}, [`${deep}\\a`])).folder, deep);
  });

  it("asks for no device and no stream", async () => {
    const disk = memoryDisk(win32, [at("mlflow.db")]);
    const locator = new ArtifactLocator({ key: at("mlflow.db"), kind: "sqlite", base, label: "." }, [], disk);
    for (const name of ["CON", "nul", "COM1", "a:stream", "aux.txt", "x.", "y "]) {
      await locator.locate({ home: null, uri: `${name}/${RUN}/artifacts`, id: RUN });
      await locator.locate({ home: name, uri: "", id: RUN });
      deepEqual(
        disk.asked.filter((file) => file.split("\\").includes(name)),
        [],
        name,
      );
    }
  });
});
