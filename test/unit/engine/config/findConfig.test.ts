import { deepEqual, equal, match } from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreRef } from "../../../../src/core/model/store.ts";
import { configProblems, findConfig } from "../../../../src/engine/config/findConfig.ts";

describe("finding a store's config", () => {
  let top: string;
  let store: StoreRef;

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), "config-")));
    mkdirSync(join(top, "repo/a/b/mlruns"), { recursive: true });
    store = { key: join(top, "repo/a/b/mlruns"), kind: "file", base: join(top, "repo"), label: "a/b/mlruns" };
  });
  afterEach(() => rmSync(top, { recursive: true }));

  const write = (place: string, goal = "min") =>
    writeFileSync(join(top, place, ".mlflow-runs.json"), JSON.stringify({ goals: { place: goal } }));
  const found = async () => (await findConfig(store)).file?.slice(top.length + 1) ?? null;

  it("takes the nearest upward", async () => {
    write("repo");
    equal(await found(), "repo/.mlflow-runs.json");
    write("repo/a/b");
    equal(await found(), "repo/a/b/.mlflow-runs.json");
  });

  it("looks no further than the folder that was opened", async () => {
    write(".");
    equal(await found(), null);
  });

  it("looks to the top of the Git repository, which may lie above, and no further", async () => {
    mkdirSync(join(top, ".git"));
    write(".");
    equal(await found(), ".mlflow-runs.json");
    mkdirSync(join(top, "repo/a/.git"));
    equal(await found(), null);
  });

  it("follows no link out of its folder, and says so", async () => {
    write(".");
    symlinkSync(join(top, ".mlflow-runs.json"), join(top, "repo/.mlflow-runs.json"));
    const config = await findConfig(store);
    deepEqual([...config.config.judging.goals], []);
    match(config.problems.join(), /link out of its folder/);
  });

  it("says where the file lies that could not be read", async () => {
    writeFileSync(join(top, "repo/.mlflow-runs.json"), "{");
    const problems = configProblems(store, await findConfig(store));
    deepEqual(
      problems.map(({ file, severity }) => [file, severity]),
      [["../../../.mlflow-runs.json", "warning"]],
    );
  });
});
