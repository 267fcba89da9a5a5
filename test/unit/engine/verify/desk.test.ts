import { deepEqual, equal, match } from "node:assert/strict";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Severity } from "../../../../src/core/model/finding.ts";
import { verdictOf } from "../../../../src/core/verify/words.ts";
import type { Engine } from "../../../../src/engine/engine.ts";
import { Git } from "../../../../src/engine/git/process.ts";
import { openEngine } from "../../../../src/engine/local.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { edit, replace } from "../../../support/damage/edits.ts";
import { addModels } from "../../../support/damage/models.ts";
import { buildHealthyStore, HEALTHY } from "../../../support/damage.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { temporaryFolder } from "../disk/tree.ts";

describe("verifying what changed", () => {
  const folder = temporaryFolder();
  let store: string;
  let engine: Engine;

  const metric = `${HEALTHY.run}/metrics/rmse`;
  const damageLine = replace(metric, "1700000000000 0.5 0\nthis is no metric\n");
  const mend = replace(metric, "1700000000000 0.5 0\n");

  async function open(git?: Git): Promise<void> {
    engine = openEngine({ shardScript: null, ...(git === undefined ? {} : { git }) });
    const ref = { key: store, kind: "file", base: folder.path, label: "mlruns" } as const;
    await engine.open({ stores: [ref], cacheFolder: null, watch: git !== undefined });
    await engine.settled();
  }

  /** What stands after the disk was compared and what changed was verified. */
  async function followed(least: Severity = "error"): Promise<string[]> {
    await engine.refresh();
    await engine.verifyChanges(least);
    return standing(least);
  }

  async function standing(least: Severity = "error"): Promise<string[]> {
    const { folds } = await engine.standing(least);
    return folds.map(({ rule, places: [first] }) => `${rule} ${first?.file.slice(store.length + 1)}:${first?.line}`);
  }

  const whole = () => engine.verify(folder.path, { target: { kind: "data" }, level: "full", only: null });

  beforeEach(() => {
    store = join(folder.path, "mlruns");
    buildHealthyStore(store);
    mend(store);
  });
  afterEach(async () => {
    await engine.close();
    rmSync(store, { recursive: true, force: true });
  });

  it("says nothing of a whole store, and nothing before it was asked", async () => {
    await open();
    deepEqual(await standing(), []);
    deepEqual(await followed(), []);
  });

  it("finds on opening what the reader stumbled over", async () => {
    damageLine(store);
    await open();
    deepEqual(await followed(), [`MLR201 ${metric}:2`]);
    equal((await engine.standing("error")).damagedRuns, 1);
  });

  it("finds damage that comes, and forgets damage that is mended", async () => {
    await open();
    deepEqual(await followed(), []);
    damageLine(store);
    deepEqual(await followed(), [`MLR201 ${metric}:2`]);
    mend(store);
    deepEqual(await followed(), []);
  });

  it("looks at a run that is new, and forgets one that is gone", async () => {
    await open();
    await followed();
    const run = `${HEALTHY.experiment}/${"e".repeat(32)}`;
    mkdirSync(join(store, run));
    writeFileSync(join(store, run, "meta.yaml"), "");
    deepEqual(await followed(), [`MLR102 ${run}/meta.yaml:null`]);
    rmSync(join(store, run), { recursive: true });
    deepEqual(await followed(), []);
  });

  it("looks at experiments' own files", async () => {
    await open();
    await followed();
    writeFileSync(join(store, HEALTHY.experiment, "meta.yaml"), "");
    deepEqual(await followed(), [`MLR120 ${HEALTHY.experiment}/meta.yaml:null`]);
  });

  it("forgets what the whole store answers for when it is mended, after Verify Data found it", async () => {
    addModels(store);
    const alias = "models/churn/aliases/champion";
    replace(alias, "99")(store);
    await open();
    await whole();
    deepEqual(await standing(), [`MLR414 ${alias}:null`]);
    replace(alias, "2")(store);
    edit(HEALTHY.runMeta, (text) => `${text}\n`)(store);
    deepEqual(await followed(), []);
  });

  it("keeps what was found for another target until that is verified again", async () => {
    await open();
    await engine.verify(folder.path, { target: { kind: "mlflow", major: 3, minor: 18 }, level: "full", only: null });
    deepEqual((await engine.standing("error")).target, { kind: "mlflow", major: 3, minor: 18 });
    await whole();
    deepEqual((await engine.standing("error")).target, { kind: "data" });
  });

  it("lets nothing stand of a verification that was interrupted or asked of single rules", async () => {
    damageLine(store);
    await open();
    await engine.verify(folder.path, { target: { kind: "data" }, level: "full", only: new Set(["MLR201"]) });
    deepEqual(await standing(), []);
  });

  it("goes on with what an overtaken call left", async () => {
    await open();
    await followed();
    damageLine(store);
    await engine.refresh();
    await Promise.all([engine.verifyChanges("error"), engine.verifyChanges("error"), engine.verifyChanges("error")]);
    deepEqual(await standing(), [`MLR201 ${metric}:2`]);
  });

  it("is told of files that nobody follows", async () => {
    await open();
    await followed();
    damageLine(store);
    await engine.noteChanged([join(store, metric)]);
    await engine.verifyChanges("error");
    deepEqual(await standing(), [`MLR201 ${metric}:2`]);
    mend(store);
    await engine.noteChanged([join(store, metric), join(folder.path, "elsewhere.json")]);
    await engine.verifyChanges("error");
    deepEqual(await standing(), []);
  });

  it("says so of a store that vanished, before it was verified and while it was, and keeps what stands", async () => {
    damageLine(store);
    await open();
    await followed();
    const ref = { key: store, kind: "file", base: folder.path, label: "mlruns" } as const;
    const request = { target: { kind: "data" }, level: "full", only: null } as const;
    const away = join(folder.path, "away");
    const vanish = (): void => (existsSync(store) ? renameSync(store, away) : undefined);
    const during = await verifyStores(folder.path, [ref], request, { progress: vanish });
    renameSync(away, store);
    vanish();
    const before = await whole();
    for (const found of [during, before]) equal(verdictOf(found), "1 of 1 store cannot be read.");
    for (const { stores } of [during, before]) match(stores[0]?.error ?? "", /^The folder .*\.$/);
    deepEqual([...during.findings, ...before.findings], []);
    deepEqual(await standing(), [`MLR201 ${metric}:2`]);
    renameSync(away, store);
  });

  it("heeds the config of each folder of a workspace, and says where each thing lies", async () => {
    const roots = ["one", "two words"].map((name) => join(folder.path, name));
    for (const [i, root] of roots.entries()) {
      buildHealthyStore(join(root, "mlruns"));
      damageLine(join(root, "mlruns"));
      const baseline = i === 0 ? [`MLR201 mlruns/${metric}`] : [];
      writeFileSync(join(root, ".mlflow-runs.json"), JSON.stringify({ verify: { baseline } }));
    }
    engine = openEngine();
    const stores = roots.map((base) => ({ key: join(base, "mlruns"), kind: "file", base, label: "mlruns" }) as const);
    await engine.open({ stores, cacheFolder: null, watch: false });
    await engine.settled();
    const { findings } = await whole();
    const errors = findings.filter(({ severity }) => severity === "error").map(({ rule, file }) => `${rule} ${file}`);
    deepEqual(errors, [`MLR201 two words/mlruns/${metric}`]);
    edit(HEALTHY.runMeta, (text) => `${text}\n`)(join(roots[0] ?? "", "mlruns"));
    await engine.refresh();
    await engine.verifyChanges("error");
    const { folds } = await engine.standing("error");
    deepEqual(
      folds.map(({ places: [first] }) => first.file),
      [join(roots[1] ?? "", "mlruns", metric)],
    );
    const report = await engine.verifyReport(
      folder.path,
      { target: { kind: "data" }, level: "full", only: null },
      store,
    );
    match(report, /\[two words\/mlruns\/[^\]]*rmse:2\]\(<\.\.\/two%20words\/mlruns\/.*rmse#L2>\)/);
  });

  it("forgets a store that is no longer open", async () => {
    damageLine(store);
    await open();
    await followed();
    await engine.open({ stores: [], cacheFolder: null, watch: false });
    deepEqual(await standing(), []);
  });

  describe("after HEAD moved", () => {
    let repo: GitRepo;
    let git: Git;

    beforeEach(() => {
      repo = new GitRepo(folder.path);
      git = new Git();
      repo.commit();
    });
    afterEach(() => {
      git.close();
      rmSync(join(repo.top, ".git"), { recursive: true, force: true });
    });

    it("names the commit of a merge that brought the damage, and no longer when that is mended", async () => {
      repo.run("checkout", "-q", "-b", "other");
      damageLine(store);
      const guilty = repo.commit("damage");
      writeFileSync(join(folder.path, "README.md"), "innocent");
      repo.commit("words");
      repo.run("checkout", "-q", "main");
      await open(git);
      await followed();
      const told = new Promise((resolve) => engine.onDidChange((change) => change.storeChanged && resolve(change)));
      repo.run("merge", "-q", "other");
      await told;
      await engine.settled();
      deepEqual(await followed(), [`MLR201 ${metric}:2`]);
      deepEqual((await engine.standing("error")).blamed, { commit: guilty, runs: 1 });
      mend(store);
      deepEqual(await followed(), []);
      equal((await engine.standing("error")).blamed, null);
    });
  });
});
