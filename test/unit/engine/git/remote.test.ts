import { deepEqual, equal, rejects } from "node:assert/strict";
import { MessageChannel } from "node:worker_threads";
import { Git } from "../../../../src/engine/git/process.ts";
import { GitService, RemoteGit } from "../../../../src/engine/git/remote.ts";
import { GitError, type GitRunner } from "../../../../src/engine/git/runner.ts";
import { Caller, serve } from "../../../../src/engine/worker/rpc.ts";

describe("Git run by another thread", () => {
  const channels: MessageChannel[] = [];
  afterEach(() => {
    for (const { port1, port2 } of channels.splice(0)) for (const port of [port1, port2]) port.close();
  });

  /** As the engine's worker has it, over a real port. */
  function remote(git: () => GitRunner | null): RemoteGit {
    const channel = new MessageChannel();
    channels.push(channel);
    const service = new GitService(git);
    serve(channel.port1, {
      runGit: (...args: Parameters<GitService["run"]>) => service.run(...args),
      cancelGit: (call: number) => service.cancel(call),
    });
    const caller = new Caller(channel.port2);
    return new RemoteGit((method, args) => caller.call(method, args));
  }

  it("answers and refuses as Git here does", async () => {
    const git = new Git();
    const there = remote(() => git);
    deepEqual(await there.run("/", ["version"]), await git.run("/", ["version"]));
    equal((await there.run("/", ["stripspace"], { input: "a  \n\n\n" })).toString(), "a\n");
    await rejects(there.run("/", ["rev-parse", "HEAD"]), (error) => GitError.is(error, "failed"));
    await rejects(there.run("/", ["version"], { bytes: 2 }), (error) => GitError.is(error, "too-large"));
    git.close();
  });

  it("says that there is none where it may not be run", async () => {
    await rejects(remote(() => null).run("/", ["version"]), (error) => GitError.is(error, "missing"));
  });

  it("ends when the one who asked is interrupted", async () => {
    const waiting: GitRunner = {
      run: (_folder, _args, limits) =>
        new Promise((_, reject) =>
          limits?.signal?.addEventListener("abort", () => reject(new GitError("closed", "interrupted"))),
        ),
    };
    const abort = new AbortController();
    const answer = remote(() => waiting).run("/", [], { signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    await rejects(answer, (error) => GitError.is(error, "closed"));
    await rejects(remote(() => waiting).run("/", [], { signal: abort.signal }), (error) =>
      GitError.is(error, "closed"),
    );
  });
});
