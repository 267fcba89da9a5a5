import { execFileSync } from "node:child_process";
import { devNull } from "node:os";

/** Settings that keep this repository apart from those of its user: no hooks, no signing, no change of line ends. */
const CONFIG = ["core.hooksPath=", "commit.gpgsign=false", "core.autocrlf=false", "core.fsync=none", "gc.auto=0"];

/** A Git repository whose commits are the same in every run. */
export class Repository {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#git(["init", "--quiet", "--initial-branch=main", "."]);
  }

  /** Commits everything there is; answers the commit's id. */
  commit(message: string, time: number): string {
    const date = `${Math.floor(time / 1000)} +0000`;
    this.#git(["add", "--all"]);
    this.#git(["commit", "--quiet", "-m", message], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
    return this.head();
  }

  head(): string {
    return this.#git(["rev-parse", "HEAD"]).trim();
  }

  switchTo(branch: string, { create }: { readonly create: boolean } = { create: false }): void {
    this.#git(["switch", "--quiet", ...(create ? ["-c"] : []), branch]);
  }

  #git(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
    const settings = CONFIG.flatMap((setting) => ["-c", setting]);
    return execFileSync("git", [...settings, ...args], {
      cwd: this.#folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...neutralEnvironment(), ...env },
    });
  }
}

/** Without GIT_DIR and the like, which a caller inside a Git hook would pass on. */
function neutralEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"));
  const author = { GIT_AUTHOR_NAME: "Alice Example", GIT_AUTHOR_EMAIL: "alice@example.com" };
  const committer = { GIT_COMMITTER_NAME: "Alice Example", GIT_COMMITTER_EMAIL: "alice@example.com" };
  return { ...Object.fromEntries(own), ...author, ...committer, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: "1" };
}
