import { deepEqual } from "node:assert/strict";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RunRef } from "../../../../src/core/model/run.ts";
import { openFileReader } from "../../../../src/engine/disk/reader.ts";
import { Git } from "../../../../src/engine/git/process.ts";
import { GitError, type GitRunner } from "../../../../src/engine/git/runner.ts";
import type { Session } from "../../../../src/engine/indexing/session.ts";
import { StoreIndex } from "../../../../src/engine/indexing/storeIndex.ts";
import { Touched } from "../../../../src/engine/indexing/touched.ts";
import { Blame } from "../../../../src/engine/verify/blame.ts";
import { GitRepo } from "../../../support/gitRepo.ts";
import { type BuiltStore, buildStore } from "../../../support/store.ts";

describe("who brought damage", () => {
  let repo: GitRepo;
  let git: Git;
  let built: BuiltStore;
  let session: Pick<Session, "index" | "touched">;

  beforeEach(async () => {
    repo = new GitRepo();
    git = new Git();
    const key = join(repo.top, "mlruns");
    built = buildStore(key, { experiments: [{ name: "e", runs: [{}, {}, {}] }] });
    const ref = { key, kind: "file", base: repo.top, label: "mlruns" } as const;
    const index = new StoreIndex(ref);
    index.setFolders((await openFileReader(ref).experiments()).experiments, []);
    session = { index, touched: new Touched() };
    repo.commit();
  });
  afterEach(() => {
    git.close();
    repo.remove();
  });

  const runOf = (i: number) => built.experiments[0]?.runs[i] ?? { folder: "", id: "" };
  const refOf = (i: number): RunRef => {
    const { folder } = runOf(i);
    const [experiment = "", run = ""] = folder.split(/[\\/]/).slice(-2);
    return { store: session.index.ref.key, experiment, run };
  };
  const change = (i: number, file = "note") => appendFileSync(join(runOf(i).folder, file), "x\n");

  /** What is blamed after each of some deeds, with the runs damaged then. */
  async function afterEachOf(runner: GitRunner | undefined, ...deeds: [() => unknown, number[]][]) {
    const blame = new Blame(runner);
    const found: unknown[] = [];
    for (const [deed, damaged] of deeds) {
      await deed();
      session.touched.headMoves++;
      await blame.look(session as Session, damaged.map(refOf));
      found.push(blame.of(damaged.map(refOf)));
    }
    return found;
  }
  const nothing = () => undefined;

  it("is the newest commit that touched the runs, not the one that came last", async () => {
    let guilty = "";
    const deed = () => {
      change(0);
      change(1);
      guilty = repo.commit();
      writeFileSync(join(repo.top, "README.md"), "x");
      repo.commit();
    };
    const [, found] = await afterEachOf(git, [nothing, []], [deed, [0, 1]]);
    deepEqual(found, { commit: guilty, runs: 2 });
  });

  it("is nobody for runs that were damaged before, or that no commit touched", async () => {
    const deed = () => {
      change(0);
      change(1);
      repo.commit();
    };
    deepEqual(await afterEachOf(git, [nothing, [0]], [deed, [0, 2]]), [null, null]);
  });

  it("is the commit checked out, where that is an older one", async () => {
    const older = repo.run("rev-parse", "HEAD");
    change(0);
    repo.commit();
    const [, found] = await afterEachOf(git, [nothing, []], [() => repo.run("checkout", "-q", older), [0]]);
    deepEqual(found, { commit: older, runs: 1 });
  });

  it("stays to blame while its runs are damaged, whatever is committed after", async () => {
    let guilty = "";
    const deed = () => {
      change(0);
      guilty = repo.commit();
    };
    const found = await afterEachOf(git, [nothing, []], [deed, [0]], [() => repo.commit(), [0]], [nothing, []]);
    deepEqual(found, [null, { commit: guilty, runs: 1 }, { commit: guilty, runs: 1 }, null]);
  });

  it("is nobody without Git, and Git that fails is no failure", async () => {
    const failing = { run: () => Promise.reject(new GitError("missing", "no git")) };
    for (const runner of [undefined, failing]) {
      deepEqual(await afterEachOf(runner, [nothing, []], [() => repo.commit(), [0]]), [null, null]);
    }
  });
});
