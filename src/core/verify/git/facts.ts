/** A run as Git is concerned with it. Paths are below the store, `/` between segments, empty for a database itself. */
export interface GitRun {
  readonly experiment: string;
  readonly run: string;
  /** Its folder; empty in a database. */
  readonly file: string;
  /** Hash of the commit that made it, where it was logged and is of this repository as far as the run says. */
  readonly commit: string | null;
}

/** What became of a path since the last commit; an untracked folder ends with `/` and stands for all in it. */
export interface GitChange {
  readonly path: string;
  readonly kind: "untracked" | "added" | "modified" | "deleted" | "unmerged";
}

/** A path that Git ignores, and the line that says so. */
export interface IgnoredPath {
  readonly path: string;
  /** Folder of the run or logged model that it belongs to; of a database's run its id. */
  readonly owner: string;
  /** The file of patterns, below the store (it may lead upward); as Git names it where it is not in the repository. */
  readonly source: string;
  readonly isInRepository: boolean;
  readonly line: number;
  readonly pattern: string;
}

export interface LargeFile {
  readonly path: string;
  /** Bytes as Git keeps them: those of a pointer are few. */
  readonly bytes: number;
  /** Whether .gitattributes says that it belongs in Git LFS. */
  readonly isForLfs: boolean;
}

/** One store as Git sees it. */
export interface GitFacts {
  /** Where the store lies below the top of its repository; empty for the top itself. */
  readonly below: string;
  /** Files in the index. */
  readonly tracked: readonly string[];
  readonly changes: readonly GitChange[];
  /** Ignored paths of tracked runs: files on disk, and files that the runs name and that would be ignored. */
  readonly ignored: readonly IgnoredPath[];
  readonly large: readonly LargeFile[];
  readonly runs: readonly GitRun[];
  /** Commits of `runs` that are not here. */
  readonly missingCommits: ReadonlySet<string>;
  /** Whether the clone holds only the newest commits. */
  readonly isShallow: boolean;
}
