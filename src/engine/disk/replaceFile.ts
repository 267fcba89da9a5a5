import { randomBytes } from "node:crypto";
import { chmod, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Writes a file whole or not at all: beside it under another name first, because only a renaming within one file system
 * is at once, then in its place. `folder` is where the other name stands: of a metric, param or tag the run's own folder,
 * since MLflow takes whatever lies beside for a value. `mode` is that of the file replaced; null for a new one.
 */
export async function replaceFile(
  file: string,
  content: Uint8Array,
  { folder, mode }: { readonly folder: string; readonly mode: number | null },
): Promise<void> {
  // Nobody can have put a link there that it would be written through.
  const temporary = path.join(folder, `.mlflow-runs-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, content, { flag: "wx" });
    if (mode !== null) await chmod(temporary, mode & 0o777);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
