/** `missing`: there is no git; `failed`: it said no; `timeout`, `too-large`: it was ended; `closed`: we, or the one who asked, were. */
export type GitFailure = "missing" | "failed" | "timeout" | "too-large" | "closed";

export class GitError extends Error {
  readonly reason: GitFailure;
  constructor(reason: GitFailure, message: string) {
    super(message);
    this.name = "GitError";
    this.reason = reason;
  }
  /** By name: bundles that are loaded late have a class of their own. */
  static is(error: unknown, reason?: GitFailure): error is GitError {
    if (!(error instanceof Error) || error.name !== "GitError") return false;
    return reason === undefined || (error as GitError).reason === reason;
  }
}

export interface GitLimits {
  /** Milliseconds. */
  readonly time?: number;
  /** Bytes of standard output. */
  readonly bytes?: number;
  /** What Git reads on its standard input; nothing where left out. */
  readonly input?: string;
  /** Exit codes besides 0 that are answers: some commands say "none" by 1. */
  readonly codes?: readonly number[];
  /** Ends it when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs Git in a folder; a thread that owns no processes has them run by the one that does. Rejects with a GitError. */
export interface GitRunner {
  run(folder: string, args: readonly string[], limits?: GitLimits): Promise<Buffer>;
}
