import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../../../src/core/model/finding.ts";
import { Git } from "../../../../src/engine/git/process.ts";
import { GitError } from "../../../../src/engine/git/runner.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { GitRepo, gitIn } from "../../../support/gitRepo.ts";
import { type BuiltStore, buildStore } from "../../../support/store.ts";
import { findingsOf, linesOf } from "../../../support/verifying.ts";
import { writeFile } from "../../../support/writing.ts";

describe("verify of a store in Git", () => {
  let repo: GitRepo;
  let git: Git;
  let built: BuiltStore;
  let store: string;

  beforeEach(() => {
    repo = new GitRepo();
    git = new Git();
    store = join(repo.top, "mlruns");
    const runs = Array.from({ length: 4 }, (_, i) => ({
      name: `run-${i}`,
      metrics: { loss: [3, 2] },
      params: { lr: "0.1" },
      artifacts: { "plot.txt": "x" },
    }));
    built = buildStore(store, { experiments: [{ name: "e", runs }] });
  });
  afterEach(() => {
    git.close();
    repo.remove();
  });

  const file = (i: number, name = "") => join(built.experiments[0]?.runs[i]?.folder ?? "", name);
  const below = (i: number, name = "") =>
    file(i, name)
      .slice(repo.top.length + 1)
      .replace(/\/$/, "");
  const experiment = () => built.experiments[0]?.folder.slice(repo.top.length + 1) ?? "";
  const found = (place = store, runner = git): Promise<readonly Finding[]> =>
    findingsOf(place, { hooks: { git: runner } });
  const lines = async (place?: string) => linesOf(await found(place), "MLR3");
  const messages = async () =>
    (await found()).filter(({ rule }) => rule.startsWith("MLR3")).map(({ message }) => message);

  it("has nothing to say of a clone of an undamaged repository, however it was made", async () => {
    repo.commit();
    deepEqual(await lines(), []);
    const clones = mkdtempSync(join(tmpdir(), "clones-"));
    gitIn(clones, "clone", "-q", repo.top, "plain");
    gitIn(clones, "clone", "-q", "--depth=1", `file://${repo.top}`, "shallow");
    repo.run("config", "uploadpack.allowFilter", "true");
    gitIn(clones, "clone", "-q", "--filter=blob:none", `file://${repo.top}`, "partial");
    repo.run("worktree", "add", "-q", join(clones, "worktree"));
    gitIn(clones, "init", "-q", "outer");
    gitIn(join(clones, "outer"), "submodule", "--quiet", "add", repo.top, "inner");
    for (const place of ["plain", "shallow", "partial", "worktree", "outer/inner", "outer"]) {
      const inside = place === "outer" ? "outer/inner" : place;
      const findings = await findingsOf(join(clones, inside, "mlruns"), { base: join(clones, place), hooks: { git } });
      deepEqual(linesOf(findings, "MLR3"), [], place);
    }
    rmSync(clones, { recursive: true });
  });

  it("has nothing to say of a checkout with parts left out, with other line ends, or copied whole", async () => {
    repo.commit();
    const clones = mkdtempSync(join(tmpdir(), "clones-"));
    gitIn(clones, "clone", "-q", repo.top, "sparse");
    gitIn(join(clones, "sparse"), "sparse-checkout", "set", "--no-cone", "/*", "!/mlruns/*/*/artifacts/");
    gitIn(clones, "-c", "core.autocrlf=true", "clone", "-q", repo.top, "crlf");
    gitIn(join(clones, "crlf"), "config", "core.autocrlf", "true");
    cpSync(repo.top, join(clones, "copied"), { recursive: true });
    ok(!existsSync(join(clones, "sparse", below(0, "artifacts"))));
    match(readFileSync(join(clones, "crlf", below(0, "meta.yaml")), "utf8"), /\r\n/);
    for (const place of ["sparse", "crlf", "copied"]) {
      deepEqual(linesOf(await found(join(clones, place, "mlruns")), "MLR3"), [], place);
    }
    rmSync(clones, { recursive: true });
  });

  it("says nothing outside of Git, in a folder that poses as a repository, and of Git's own folder", async () => {
    const outside = mkdtempSync(join(tmpdir(), "outside-"));
    buildStore(join(outside, "mlruns"), { experiments: [{ name: "e", runs: [{}] }] });
    deepEqual(await lines(join(outside, "mlruns")), []);
    gitIn(outside, "init", "-q", "--bare", "mlruns");
    deepEqual(await lines(join(outside, "mlruns")), []);
    rmSync(outside, { recursive: true });
  });

  it("says once that there is no Git, or what Git says, and verifies the rest", async () => {
    const none = new Git(join(repo.top, "no-git"));
    const [finding, ...rest] = (await found(store, none)).filter(({ rule }) => rule === "MLR301");
    deepEqual(
      [finding?.severity, finding?.message, rest.length],
      ["info", "Git is not installed, or may not be run here.", 0],
    );
    writeFileSync(join(repo.top, ".git", "config"), "[core");
    match((await messages())[0] ?? "", /^Git says: bad config line 2/);
  });

  it("does not wait for a slow Git once more for each store, and lets it be interrupted", async () => {
    let calls = 0;
    const slow = { run: () => Promise.reject(new GitError("timeout", `Git took longer than ${++calls} s.`)) };
    const ref = (name: string) => ({ key: join(repo.top, name), kind: "file", base: repo.top, label: name }) as const;
    buildStore(join(repo.top, "second"), { experiments: [{ name: "e", runs: [{}] }] });
    const request = { target: { kind: "data" }, level: "full", only: null } as const;
    const { findings } = await verifyStores(repo.top, [ref("mlruns"), ref("second")], request, { git: slow });
    deepEqual(linesOf(findings, "MLR3"), ["MLR301 info mlruns"]);
    equal(calls, 2);
    const abort = new AbortController();
    const waiting = { run: () => new Promise<Buffer>(() => setTimeout(() => abort.abort())) };
    const ended = await verifyStores(repo.top, [ref("mlruns")], request, { git: waiting, signal: abort.signal });
    equal(ended.unfinished, "it was interrupted.");
  });

  it("counts runs that are not committed, by experiment", async () => {
    deepEqual(await messages(), ["None of the store's runs is committed yet: 4 runs."]);
    renameSync(file(3), join(repo.top, "kept"));
    writeFile(join(repo.top, ".gitignore"), "/kept");
    repo.commit();
    renameSync(join(repo.top, "kept"), file(3));
    deepEqual(await lines(), [`MLR305 info ${below(3)}`]);
    repo.run("add", "mlruns");
    deepEqual(await lines(), [`MLR305 info ${below(3)}`]);
  });

  it("warns of a run that Git has in part", async () => {
    repo.commit();
    writeFile(file(0, "metrics/val/loss"), "1 2 3\n");
    writeFile(file(0, "tags/note"), "x");
    rmSync(file(1, "params/lr"));
    deepEqual(await lines(), [`MLR306 warning ${below(0)}`, `MLR306 warning ${below(1)}`].sort());
    deepEqual((await messages()).sort(), [
      "metrics/val/ and 1 more are not committed.",
      "params/lr is committed and not here.",
    ]);
  });

  it("notes a run that changed, and one that was removed", async () => {
    repo.commit();
    writeFileSync(file(0, "params/lr"), "0.2");
    chmodSync(file(1, "params/lr"), 0o755);
    rmSync(file(2), { recursive: true });
    deepEqual(await lines(), [`MLR307 info ${below(0)}`, `MLR308 info ${below(2)}`].sort());
  });

  it("tells a merge under way from what is committed", async () => {
    writeFileSync(file(0, "params/lr"), "1");
    repo.commit();
    repo.run("switch", "-q", "-c", "other");
    writeFileSync(file(0, "params/lr"), "2");
    repo.commit();
    repo.run("switch", "-q", "main");
    writeFileSync(file(0, "params/lr"), "3");
    repo.commit();
    try {
      repo.run("merge", "other");
    } catch {
      // It stops at the conflict.
    }
    deepEqual(await messages(), ["params/lr is in the midst of a merge."]);
  });

  it("names the line that keeps files of committed runs out of Git", async () => {
    writeFile(join(repo.top, ".gitignore"), "# models\n\n*.pkl\nmetrics/\n");
    repo.commit();
    for (const i of [0, 1]) writeFile(file(i, "artifacts/model/model.pkl"), "x");
    const ignored = (await found()).filter(({ rule }) => /MLR30[34]/.test(rule));
    deepEqual(linesOf(ignored), ["MLR303 warning .gitignore:3", "MLR304 warning .gitignore:4"]);
    match(
      ignored.find(({ rule }) => rule === "MLR303")?.message ?? "",
      /^"\*\.pkl" keeps artifacts\/model\/model\.pkl of [0-9a-f]{8} out of Git; so it is with 1 more\.$/,
    );
  });

  it("finds what a run names and a clone lacks, because it is ignored", async () => {
    writeFile(join(store, ".gitignore"), "**/artifacts/model/\n");
    writeFile(file(0, "tags/mlflow.log-model.history"), JSON.stringify([{ artifact_path: "model" }]));
    writeFile(file(1, "tags/mlflow.log-model.history"), JSON.stringify([{ artifact_path: "other" }]));
    repo.commit();
    deepEqual(await lines(), ["MLR303 warning mlruns/.gitignore:1"]);
  });

  it("says nothing of an ignored store that no committed file names, nor of what tools left behind", async () => {
    writeFile(join(repo.top, ".gitignore"), "/mlruns/\n");
    repo.commit();
    deepEqual(await lines(), []);
    writeFile(join(repo.top, ".gitignore"), ".DS_Store\n__pycache__/\n");
    repo.commit();
    writeFile(file(0, "artifacts/.DS_Store"), "x");
    writeFile(file(0, "artifacts/code/__pycache__/a.pyc"), "x");
    deepEqual(await lines(), []);
  });

  it("finds a store that is ignored while a committed file names its runs", async () => {
    writeFile(join(repo.top, ".gitignore"), "mlruns\n");
    const best = { run_id: built.experiments[0]?.runs[0]?.id, model_type: "gbm" };
    writeFile(join(repo.top, "deployment/best_model_info.json"), JSON.stringify(best));
    repo.commit();
    deepEqual(await lines(), ["MLR302 warning .gitignore:1"]);
    deepEqual(await messages(), [
      '"mlruns" keeps mlruns out of Git, and deployment/best_model_info.json names a run of it.',
    ]);
    writeFileSync(join(repo.top, ".gitignore"), "");
    repo.commit();
    deepEqual(await lines(), []);
  });

  it("finds the model file of a deployment that is ignored, whether it is here or not", async () => {
    const deployment = { model_name: "run-0", loss: 2, files: { model: "best.joblib" } };
    writeFile(join(repo.top, "deployment/deployment_info.json"), JSON.stringify(deployment));
    writeFile(join(repo.top, "deployment/best.joblib"), "x");
    repo.commit();
    deepEqual(await lines(), []);
    writeFile(join(repo.top, ".gitignore"), "*.joblib\n");
    repo.run("rm", "-q", "--cached", "deployment/best.joblib");
    repo.commit();
    deepEqual(await lines(), ["MLR309 warning .gitignore:1"]);
    deepEqual(await messages(), [
      '"*.joblib" keeps deployment/best.joblib out of Git, and deployment/deployment_info.json names it.',
    ]);
    rmSync(join(repo.top, "deployment/best.joblib"));
    deepEqual(await lines(), ["MLR309 warning .gitignore:1"]);
  });

  it("finds names that fall together, and names and paths that Windows refuses", async () => {
    writeFile(file(0, "params/LR"), "1");
    writeFile(file(1, "params/aux"), "1");
    writeFile(file(1, "params/rate "), "1");
    writeFile(file(2, `artifacts/${"folder/".repeat(30)}x`), "1");
    repo.commit();
    deepEqual(
      await lines(),
      [
        `MLR311 warning ${below(0, "params/lr")}`,
        `MLR312 warning ${below(1, "params/aux")}`,
        `MLR313 warning ${below(2, `artifacts/${"folder/".repeat(30)}x`)}`,
      ].sort(),
    );
  });

  it("finds large files that Git keeps itself, by what Git has of them", async () => {
    const mib = (n: number) => Buffer.alloc(n << 20);
    writeFileSync(file(0, "artifacts/weights.bin"), mib(12));
    writeFileSync(file(1, "artifacts/weights.bin"), mib(51));
    writeFileSync(file(2, "artifacts/weights.bin"), "version https://git-lfs.github.com/spec/v1\n");
    repo.commit();
    writeFileSync(file(2, "artifacts/weights.bin"), mib(51));
    const large = async () => (await lines()).filter((line) => line.startsWith("MLR32"));
    const both = [
      `MLR321 warning ${below(1, "artifacts/weights.bin")}`,
      `MLR322 info ${below(0, "artifacts/weights.bin")}`,
    ];
    deepEqual(await large(), both);
    writeFile(join(repo.top, ".gitattributes"), "*.bin filter=lfs diff=lfs merge=lfs -text\n");
    deepEqual(await large(), both);
    match((await messages()).join("\n"), /51 MiB, though \.gitattributes says that it belongs in Git LFS/);
  });

  it("finds source commits that are not here, and takes a shallow clone's word for none", async () => {
    const first = repo.commit();
    const commit = (i: number, hash: string, url?: string) => {
      writeFile(file(i, "tags/mlflow.source.git.commit"), hash);
      if (url !== undefined) writeFile(file(i, "tags/mlflow.source.git.repoURL"), url);
    };
    commit(0, first);
    commit(1, "1".repeat(40));
    commit(2, "2".repeat(40), "https://example.org/else/where.git");
    commit(3, "3".repeat(40), "git@example.org:our/place.git");
    repo.run("remote", "add", "origin", "https://someone@example.org/our/place");
    repo.commit();
    deepEqual(await lines(), [`MLR331 info ${experiment()}`]);
    deepEqual(await messages(), ["2 runs were made by commits that are not here: 11111111, 33333333."]);
    const clone = mkdtempSync(join(tmpdir(), "shallow-"));
    gitIn(clone, "clone", "-q", "--depth=1", `file://${repo.top}`, "c");
    deepEqual(linesOf(await found(join(clone, "c", "mlruns")), "MLR3"), ["MLR332 info mlruns"]);
    rmSync(clone, { recursive: true });
  });

  it("runs nothing that the repository's config asks for, and trusts no filter's word", async () => {
    writeFile(join(repo.top, ".gitattributes"), "* filter=trap diff=trap text eol=crlf\n");
    repo.commit();
    const trap = join(repo.top, ".git", "trapped");
    for (const key of [
      "filter.trap.clean",
      "filter.trap.smudge",
      "filter.trap.process",
      "core.fsmonitor",
      "diff.trap.textconv",
      "diff.external",
    ]) {
      repo.run("config", key, `touch ${trap}`);
    }
    repo.run("config", "filter.trap.required", "true");
    const hook = join(repo.top, ".git", "hooks", "post-index-change");
    writeFile(hook, `#!/bin/sh\ntouch ${trap}\n`);
    chmodSync(hook, 0o755);
    for (let i = 0; i < 4; i++) utimesSync(file(i, "params/lr"), 1, 1);
    rmSync(trap, { force: true });
    writeFileSync(file(1, "params/lr"), "changed, as far as can be told without the filter");
    deepEqual(await lines(), []);
    equal(existsSync(trap), false);
    repo.run("config", "filter.a=b.clean", `touch ${trap}`);
    match((await messages()).join(), /^Git says: The repository's config defines a filter with an unusual name\.$/);
    equal(existsSync(trap), false);
  });

  it("does not follow a config that takes another folder for the working tree", async () => {
    repo.commit();
    const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));
    repo.run("config", "core.worktree", elsewhere);
    deepEqual(await lines(), []);
    rmSync(elsewhere, { recursive: true });
  });

  it("leaves the repository as it was", async () => {
    repo.commit();
    utimesSync(file(0, "params/lr"), 1, 1);
    const before = readFileSync(join(repo.top, ".git", "index"));
    await lines();
    ok(before.equals(readFileSync(join(repo.top, ".git", "index"))));
    deepEqual(existsSync(join(repo.top, ".git", "index.lock")), false);
  });

  it("understands odd names and folders", async () => {
    const top = join(repo.top, "a b\u00e9\n", "-x");
    mkdirSync(top, { recursive: true });
    renameSync(store, join(top, "mlruns"));
    repo.commit();
    const moved = join(top, "mlruns", experiment().replace("mlruns/", ""));
    writeFile(join(moved, built.experiments[0]?.runs[0]?.id ?? "", "tags/n\u00fc\n"), "x");
    const all = (await found(join(top, "mlruns"))).filter(({ rule }) => rule.startsWith("MLR306"));
    deepEqual(
      all.map(({ message }) => message),
      ["tags/n\u00fc\n is not committed."],
    );
  });
});
