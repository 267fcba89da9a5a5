import { type ChildProcess, spawn } from "node:child_process";
import { GitError, type GitLimits, type GitRunner } from "./runner.ts";

const TIME = 30_000;
const BYTES = 64 << 20;
const ERROR_TEXT = 2000;

/**
 * A repository's own config can make Git run programs: file system monitors, hooks, pagers, external diffs, filters of
 * text, transports; and a folder among its files can pose as a repository with such a config. None of it is needed to
 * read, so none may run; nor is anything fetched, asked for or written.
 */
const HARDENED: readonly string[] = [
  ...["--no-optional-locks", "--no-pager", "--literal-pathspecs"],
  ...[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.askPass=",
    "credential.helper=",
    "safe.bareRepository=explicit",
  ].flatMap((setting) => ["-c", setting]),
  ...["core.sshCommand=false", "protocol.allow=never", "diff.external=", "log.showSignature=false"].flatMap(
    (setting) => ["-c", setting],
  ),
];

/** The process that runs Git for us. It belongs to the process that made it: children of a worker would outlive it. */
export class Git implements GitRunner {
  readonly #executable: string;
  readonly #tell: (line: string) => void;
  readonly #running = new Set<ChildProcess>();
  readonly #endAll = (): void => {
    for (const child of this.#running) child.kill("SIGKILL");
  };
  #isClosed = false;

  /** `tell` is given one line for each process that ended: what it did, for how long, with what. */
  constructor(executable = "git", tell: (line: string) => void = () => {}) {
    this.#executable = executable;
    this.#tell = tell;
    process.on("exit", this.#endAll);
  }

  /** Standard output of `git ARGS` in a folder. Rejects with a GitError. */
  run(folder: string, args: readonly string[], limits: GitLimits = {}): Promise<Buffer> {
    if (this.#isClosed) return Promise.reject(new GitError("closed", "Git is not used any more."));
    const { time = TIME, bytes = BYTES, input, codes = [], signal } = limits;
    if (signal?.aborted) return Promise.reject(new GitError("closed", "Git was not asked: it was interrupted."));
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const child = spawn(this.#executable, [...HARDENED, ...args], {
        cwd: folder,
        env: environment(process.env),
        stdio: ["pipe", "pipe", "pipe"],
        windowsHide: true,
      });
      this.#running.add(child);
      let failure: GitError | null = null;
      const end = (error: GitError): void => {
        failure ??= error;
        child.kill("SIGKILL");
      };
      const timer = setTimeout(() => end(new GitError("timeout", `Git took longer than ${time / 1000} s.`)), time);
      const interrupt = (): void => end(new GitError("closed", "Git was interrupted."));
      signal?.addEventListener("abort", interrupt);
      // Who ends before it has read everything has said what it had to say.
      child.stdin.on("error", () => {}).end(input);
      const out = gather(child.stdout, bytes, () => end(new GitError("too-large", "Git's answer is too long.")));
      const err = gather(child.stderr, ERROR_TEXT, () => {});
      child.on("error", (error) => {
        failure ??= new GitError("missing", `Git could not be started: ${error.message}`);
      });
      child.on("close", (code, killed) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", interrupt);
        this.#running.delete(child);
        this.#tell(`git ${args.join(" ")}: ${code ?? killed}, ${Math.round(performance.now() - begun)} ms`);
        if (this.#isClosed) failure ??= new GitError("closed", "Git is not used any more.");
        if (code !== 0 && !codes.includes(code ?? -1))
          failure ??= new GitError("failed", Buffer.concat(err).toString("utf8").trim() || `exit ${code}`);
        if (failure) reject(failure);
        else resolve(Buffer.concat(out));
      });
    });
  }

  /** Ends what is running; whoever waits is told. */
  close(): void {
    this.#isClosed = true;
    this.#endAll();
    process.off("exit", this.#endAll);
  }
}

/** The chunks of a stream up to a limit; what is over it is dropped and told once. */
function gather(stream: NodeJS.ReadableStream, limit: number, over: () => void): Buffer[] {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    if (size > limit) return;
    size += chunk.length;
    if (size > limit) over();
    else chunks.push(chunk);
  });
  return chunks;
}

/** Ours, without what would send Git to another repository, and in English. */
function environment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(([name]) => !/^GIT_/i.test(name) || /^GIT_(EXEC_PATH|SSL_)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_PAGER: "cat",
  };
}
