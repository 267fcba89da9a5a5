import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Fixture {
  readonly name: string;
  /** Holds the store and `expected.json`. */
  readonly folder: string;
  /** The same store with the empty folders that Git drops; null where there is none. */
  readonly archive: string | null;
}

/** The project's own fixtures, and a larger set beside the project where there is one. */
export function fixtures(kind: "file" | "sqlite"): Fixture[] {
  return ["test/fixtures", "../shared/fixtures"].flatMap((root) =>
    (existsSync(root) ? readdirSync(root) : [])
      .filter((name) => name.endsWith(`-${kind}`))
      .map((name) => {
        const folder = resolve(root, name);
        const archive = join(folder, "store.tar.gz");
        return { name: join(root, name), folder, archive: existsSync(archive) ? archive : null };
      }),
  );
}

/** A temporary folder, removed after the tests of the surrounding suite. */
export function temporaryFolder(): () => string {
  let folder: string | null = null;
  // Tens of thousands of files take longer than mocha waits by itself.
  after(function () {
    this.timeout(60_000);
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    folder ??= mkdtempSync(join(tmpdir(), "mlflow-runs-oracle-"));
    return folder;
  };
}

export function unpack(archive: string, into: string): string {
  mkdirSync(into, { recursive: true });
  execFileSync("tar", ["-xzf", archive, "-C", into]);
  return into;
}

/** The store as checked out, apart from where it lies, so that nothing written beside it goes unnoticed. */
export function copyStore(folder: string, into: string): string {
  cpSync(folder, into, { recursive: true, filter: (file) => !file.endsWith(".tar.gz") });
  return into;
}
