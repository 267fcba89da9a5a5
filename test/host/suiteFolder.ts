import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { projectRoot } from "./folders.ts";

/** A copy that tests may change, which is gone when this process ends. Links stay what they are. */
export function temporaryCopy(folder: string): string {
  const parent = mkdtempSync(join(tmpdir(), "mlflow-runs-folder-"));
  const copy = join(parent, basename(folder));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  process.once("exit", () => rmSync(parent, { recursive: true, force: true }));
  return copy;
}

/** What the host suite opens: a copy of the newest file store among the fixtures. */
export function suiteFolder(): string {
  const fixture = join(projectRoot, "test/fixtures/3.18.0-file");
  if (!existsSync(fixture)) throw new Error(`The host suite opens ${fixture}, which is not there`);
  return temporaryCopy(fixture);
}
