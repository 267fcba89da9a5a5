import { deepEqual, equal, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Git } from "../../../../src/engine/git/process.ts";
import { changesBetween, commitOf, fileAt, parseRawDiff, topOf } from "../../../../src/engine/git/repository.ts";

describe("a Git repository", () => {
  let top: string;
  let git: Git;
  const run = (...args: string[]) => execFileSync("git", args, { cwd: top, encoding: "utf8" }).trim();
  const commit = (): string => {
    run("add", "-A");
    run("-c", "user.name=n", "-c", "user.email=e@x", "commit", "-q", "-m", "m");
    return run("rev-parse", "HEAD");
  };

  before(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), "repo-")));
    run("init", "-q");
    git = new Git();
  });
  after(() => {
    git.close();
    rmSync(top, { recursive: true });
  });

  it("says which files changed between two commits, and what they held", async () => {
    const long = Array.from({ length: 50 }, (_, i) => `line ${i}`).join("\n");
    writeFileSync(join(top, "grün file\n.py"), long);
    writeFileSync(join(top, "gone.py"), "gone");
    writeFileSync(join(top, "same.py"), "same");
    writeFileSync(join(top, "train.py"), "lr = 0.1\n");
    const first = commit();
    renameSync(join(top, "grün file\n.py"), join(top, "renamed.py"));
    unlinkSync(join(top, "gone.py"));
    writeFileSync(join(top, "train.py"), "lr = 0.2\n");
    writeFileSync(join(top, "new.py"), "new");
    const second = commit();
    equal(await topOf(git, top), top);
    equal(await commitOf(git, top, first.slice(0, 8)), first);
    const changes = await changesBetween(git, top, first, second);
    deepEqual(
      changes.map(({ status, before, after }) => [status, before, after]),
      [
        ["deleted", "gone.py", null],
        ["added", null, "new.py"],
        ["renamed", "grün file\n.py", "renamed.py"],
        ["modified", "train.py", "train.py"],
      ],
    );
    equal((await fileAt(git, top, first, "train.py", 1000))?.toString(), "lr = 0.1\n");
    equal(await fileAt(git, top, second, "gone.py", 1000), null);
  });

  it("takes for a commit only what is one and is here", async () => {
    for (const text of ["", "HEAD", "--output=x", "main", "0".repeat(40), "abc", "deadbeef\n"]) {
      equal(await commitOf(git, top, text), null, JSON.stringify(text));
    }
    ok(await commitOf(git, top, run("rev-parse", "HEAD").toUpperCase()));
  });

  it("is not there in a folder without one", async () => {
    const bare = mkdtempSync(join(tmpdir(), "bare-"));
    equal(await topOf(git, bare), null);
    rmSync(bare, { recursive: true });
  });
});

describe("Git's raw diff", () => {
  it("leaves submodules out and stops at what it does not know", () => {
    const hash = "a".repeat(40);
    const text = `:160000 160000 ${hash} ${hash} M\0sub\0:000000 100644 ${hash} ${hash} A\0a b\0nonsense\0`;
    deepEqual(parseRawDiff(text), [{ status: "added", before: null, after: "a b" }]);
    deepEqual(parseRawDiff(""), []);
  });
});
