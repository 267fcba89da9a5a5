import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { Git } from "../../../../src/engine/git/process.ts";
import { GitError } from "../../../../src/engine/git/runner.ts";

/** A program in the place of Git. */
function script(folder: string, name: string, body: string): string {
  const program = join(folder, name);
  writeFileSync(program, `#!/bin/sh\n${body}\n`);
  chmodSync(program, 0o755);
  return program;
}

/** Notes its process id and waits. */
const waiter = (folder: string) => script(folder, "waiter", `echo $$ > ${folder}/pid\nexec sleep 60`);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !holds(); i++) await new Promise((next) => setTimeout(next, 20));
  ok(holds());
}

const reason = (wanted: GitError["reason"]) => (error: unknown) => GitError.is(error, wanted);

describe("running Git", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "git-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("answers what it printed, and says no in its words", async () => {
    const git = new Git();
    equal((await git.run(folder, ["version"])).toString().startsWith("git version"), true);
    await rejects(git.run(folder, ["rev-parse", "HEAD"]), /not a git repository/);
    git.close();
  });

  it("runs nothing that a repository's config asks for", async () => {
    const run = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
    run("init", "-q");
    const trap = join(folder, "trapped");
    for (const [key, value] of [
      ["core.fsmonitor", `touch ${trap}`],
      ["core.pager", `touch ${trap}`],
      ["diff.external", `touch ${trap}`],
      ["core.sshCommand", `touch ${trap}`],
      ["core.hooksPath", folder],
    ] as const) {
      run("config", key, value);
    }
    const git = new Git();
    await git.run(folder, ["status", "--porcelain"]);
    await git.run(folder, ["diff", "--no-ext-diff"]);
    await rejects(git.run(folder, ["ls-remote", "ssh://127.0.0.1/x"]), reason("failed"));
    git.close();
    equal(existsSync(trap), false);
  });

  it("asks the repository of the folder, whatever the environment names", async () => {
    process.env.GIT_DIR = "/nowhere";
    try {
      execFileSync("git", ["init", "-q", folder], { env: { PATH: process.env.PATH } });
      const git = new Git();
      equal((await git.run(folder, ["rev-parse", "--git-dir"])).toString().trim(), ".git");
      git.close();
    } finally {
      delete process.env.GIT_DIR;
    }
  });

  it("ends what takes too long, and what answers too much", async () => {
    const git = new Git(waiter(folder));
    await rejects(git.run(folder, [], { time: 200 }), reason("timeout"));
    await until(() => !isAlive(Number(readFileSync(join(folder, "pid"), "utf8"))));
    await rejects(
      new Git(script(folder, "talker", "exec yes")).run(folder, [], { bytes: 10_000 }),
      reason("too-large"),
    );
  });

  it("hands over what Git is to read, however much of it Git wants", async () => {
    const git = new Git();
    equal((await git.run(folder, ["hash-object", "--stdin"], { input: "é" })).toString().trim().length, 40);
    await git.run(folder, ["version"], { input: "x".repeat(4 << 20) });
    git.close();
  });

  it("ends what is interrupted", async () => {
    const abort = new AbortController();
    const git = new Git(waiter(folder));
    const waiting = rejects(git.run(folder, [], { signal: abort.signal }), reason("closed"));
    await until(() => existsSync(join(folder, "pid")) && readFileSync(join(folder, "pid"), "utf8") !== "");
    abort.abort();
    await waiting;
    await until(() => !isAlive(Number(readFileSync(join(folder, "pid"), "utf8"))));
    await rejects(git.run(folder, [], { signal: abort.signal }), reason("closed"));
  });

  it("takes no folder of files for a repository, whatever it looks like", async () => {
    execFileSync("git", ["init", "-q", "--bare", folder]);
    const git = new Git();
    await rejects(git.run(folder, ["rev-parse", "--git-dir"]), reason("failed"));
    git.close();
  });

  it("says that there is none", async () => {
    await rejects(new Git(join(folder, "none")).run(folder, []), reason("missing"));
  });

  it("ends with us", async () => {
    const git = new Git(waiter(folder));
    const waiting = rejects(git.run(folder, []), reason("closed"));
    await until(() => existsSync(join(folder, "pid")) && readFileSync(join(folder, "pid"), "utf8") !== "");
    git.close();
    await waiting;
    await until(() => !isAlive(Number(readFileSync(join(folder, "pid"), "utf8"))));
    await rejects(git.run(folder, []), reason("closed"));
  });

  it("ends when our process does", async () => {
    const program = join(folder, "owner.cjs");
    await build({
      stdin: {
        contents: `import { Git } from ${JSON.stringify(resolve("src/engine/git/process.ts"))};
          void new Git(${JSON.stringify(waiter(folder))}).run(".", []).catch(() => {});
          setTimeout(() => process.exit(0), 500);`,
        resolveDir: resolve("."),
        loader: "ts",
      },
      bundle: true,
      platform: "node",
      outfile: program,
    });
    const owner = spawn(process.execPath, [program]);
    deepEqual(await new Promise((ended) => owner.on("exit", ended)), 0);
    await until(() => !isAlive(Number(readFileSync(join(folder, "pid"), "utf8"))));
  });
});
