import { GitError, type GitFailure, type GitLimits, type GitRunner } from "./runner.ts";

/** What crosses between threads in place of a GitError, which would lose its reason. */
export type GitAnswer = { readonly out: Uint8Array } | { readonly reason: GitFailure; readonly message: string };

/** Limits without the signal, which cannot cross; it is told by the number of the call. */
export type PlainLimits = Omit<GitLimits, "signal">;

/** Answers another thread's calls of Git; `git` is asked for at each call, and null where Git may not be run. */
export class GitService {
  readonly #git: () => GitRunner | null;
  readonly #running = new Map<number, AbortController>();

  constructor(git: () => GitRunner | null) {
    this.#git = git;
  }

  async run(call: number, folder: string, args: readonly string[], limits: PlainLimits): Promise<GitAnswer> {
    const git = this.#git();
    if (git === null) return { reason: "missing", message: "Git may not be run here." };
    const abort = new AbortController();
    this.#running.set(call, abort);
    try {
      return { out: await git.run(folder, args, { ...limits, signal: abort.signal }) };
    } catch (error) {
      if (GitError.is(error)) return { reason: error.reason, message: error.message };
      throw error;
    } finally {
      this.#running.delete(call);
    }
  }

  async cancel(call: number): Promise<void> {
    this.#running.get(call)?.abort();
  }
}

/** Git as a thread has it that owns no processes: each call is made by another thread. */
export class RemoteGit implements GitRunner {
  readonly #call: (method: "runGit" | "cancelGit", args: readonly unknown[]) => Promise<unknown>;
  #calls = 0;

  constructor(call: (method: "runGit" | "cancelGit", args: readonly unknown[]) => Promise<unknown>) {
    this.#call = call;
  }

  async run(folder: string, args: readonly string[], { signal, ...limits }: GitLimits = {}): Promise<Buffer> {
    if (signal?.aborted) throw new GitError("closed", "Git was not asked: it was interrupted.");
    const call = ++this.#calls;
    const interrupt = (): void => void this.#call("cancelGit", [call]).catch(() => {});
    signal?.addEventListener("abort", interrupt);
    try {
      const answer = (await this.#call("runGit", [call, folder, args, limits])) as GitAnswer;
      if ("reason" in answer) throw new GitError(answer.reason, answer.message);
      const { buffer, byteOffset, byteLength } = answer.out;
      return Buffer.from(buffer, byteOffset, byteLength);
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }
}
