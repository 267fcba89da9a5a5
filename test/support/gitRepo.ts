import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Git repository in a temporary folder of its own. */
export class GitRepo {
  readonly top: string;

  constructor(top = realpathSync(mkdtempSync(join(tmpdir(), "verify-git-")))) {
    this.top = top;
    this.run("init", "-q", "-b", "main");
  }

  /** Answers what Git printed, without the last line's end. */
  run(...args: string[]): string {
    return gitIn(this.top, ...args);
  }

  /** Commits everything that is not ignored; answers the commit's hash. */
  commit(message = "m"): string {
    this.run("add", "-A");
    this.run("commit", "-q", "--allow-empty", "-m", message);
    return this.run("rev-parse", "HEAD");
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }
}

const WHO = ["user.name=n", "user.email=n@example.org", "commit.gpgsign=false", "protocol.file.allow=always"];

/** Runs Git in a folder, whoever's machine it is. */
export function gitIn(folder: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH, HOME: "/nowhere", GIT_CONFIG_NOSYSTEM: "1" };
  const settings = WHO.flatMap((setting) => ["-c", setting]);
  return execFileSync("git", [...settings, ...args], { cwd: folder, env, encoding: "utf8", stdio: "pipe" }).trimEnd();
}
