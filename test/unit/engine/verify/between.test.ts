import { deepEqual, equal, rejects } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StoreRef } from "../../../../src/core/model/store.ts";
import { Git } from "../../../../src/engine/git/process.ts";
import { GitError } from "../../../../src/engine/git/runner.ts";
import { verifyBetween } from "../../../../src/engine/verify/verifyBetween.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { type BuiltStore, buildStore } from "../../../support/store.ts";

const REQUEST = { target: { kind: "data" }, level: "full", only: null } as const;

describe("verify of what two commits changed", () => {
  let repo: GitRepo;
  let git: Git;
  let built: BuiltStore;
  let store: StoreRef;

  beforeEach(() => {
    repo = new GitRepo();
    git = new Git();
    const runs = Array.from({ length: 6 }, (_, i) => ({ name: `run-${i}`, metrics: { loss: [3, 2] } }));
    const key = join(repo.top, "data", "mlruns");
    built = buildStore(key, { experiments: [{ name: "e", runs }, { name: "f" }] });
    store = { key, kind: "file", base: repo.top, label: "data/mlruns" };
  });
  afterEach(() => {
    git.close();
    repo.remove();
  });

  const run = (i: number) => built.experiments[0]?.runs[i] ?? built.experiments[0]?.runs[0];
  const file = (i: number, name: string) => join(run(i)?.folder ?? "", name);
  const between = (before: string, after: string, stores = [store]) =>
    verifyBetween(git, repo.top, stores, { before, after }, REQUEST);
  const ids = (refs: readonly { readonly run: string }[] | undefined) => refs?.map((ref) => ref.run).sort();
  const idsOf = (...numbers: number[]) => numbers.map((i) => run(i)?.id).sort();

  it("names the runs touched, those damaged and those gone, and looks at no other", async () => {
    writeFileSync(file(0, "meta.yaml"), "");
    const before = repo.commit();
    writeFileSync(file(1, "meta.yaml"), "");
    writeFileSync(file(2, "metrics/loss"), "<<<<<<< ours\n1 2 3\n=======\n1 2 4\n>>>>>>> theirs\n");
    writeFileSync(file(3, "tags/mlflow.note.content"), "a note");
    rmSync(file(4, ""), { recursive: true });
    const after = repo.commit();
    const found = await between(before.slice(0, 9), after);
    equal(found?.before, before);
    equal(found?.after, after);
    deepEqual(ids(found?.runs), idsOf(1, 2, 3));
    deepEqual(ids(found?.gone), idsOf(4));
    deepEqual(ids(found?.damaged), idsOf(1, 2));
    deepEqual(
      found?.verification.stores.map(({ runs, experiments }) => [runs, experiments]),
      [[3, 1]],
    );
    equal(found?.verification.unfinished, null);
  });

  it("has no store to speak of where only other files changed, and finds an experiment that did", async () => {
    const before = repo.commit();
    writeFileSync(join(repo.top, "train.py"), "lr = 0.1");
    const middle = repo.commit();
    deepEqual((await between(before, middle))?.verification.stores, []);
    const meta = join(built.experiments[1]?.folder ?? "", "meta.yaml");
    writeFileSync(meta, "<<<<<<< ours\nname: f\n=======\nname: g\n>>>>>>> theirs\n");
    const found = await between(middle, repo.commit());
    deepEqual(
      found?.verification.findings.map(({ rule }) => rule),
      ["MLR121"],
    );
    deepEqual([found?.runs, found?.damaged], [[], []]);
  });

  it("does not accuse a run whose parent did not change", async () => {
    const before = repo.commit();
    writeFileSync(file(1, "tags/mlflow.parentRunId"), run(0)?.id ?? "");
    deepEqual((await between(before, repo.commit()))?.verification.findings, []);
  });

  it("answers nothing where the commits are of no store's repository, or are no commits", async () => {
    const only = repo.commit();
    equal(await between(only, "f".repeat(40)), null);
    equal(await between("--output=x", only), null);
    const folder = mkdtempSync(join(tmpdir(), "no-git-"));
    buildStore(join(folder, "mlruns"));
    equal(await between(only, only, [{ ...store, key: join(folder, "mlruns"), base: folder }]), null);
    rmSync(folder, { recursive: true });
  });

  it("says that there is no Git", async () => {
    const none = new Git(join(repo.top, "none"));
    await rejects(
      verifyBetween(none, repo.top, [store], { before: "a".repeat(40), after: "b".repeat(40) }, REQUEST),
      (error) => GitError.is(error, "missing"),
    );
  });
});
