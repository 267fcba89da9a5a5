import { lstatSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import type { StoreRef } from "../../core/model/store.ts";
import type { MountedStore } from "../../core/verify/compose/input.ts";

/** What a container's MLflow minds of a store; `from` is its path from the compose file's folder. */
export async function mountedStore({ kind, key }: StoreRef, from: string): Promise<MountedStore> {
  const has = (name: string): boolean =>
    lstatSync(path.join(key, name), { throwIfNoEntry: false })?.isDirectory() === true;
  const common = { path: from || ".", kind };
  if (kind === "file") {
    return { ...common, hasTrash: has(".trash"), hasModels: has("models"), revisions: [], isWal: false };
  }
  const [revisions, isWal] = await Promise.all([revisionsOf(key), keepsLog(key)]);
  return { ...common, hasTrash: true, hasModels: true, revisions, isWal };
}

/** None where the database cannot be asked, which is told elsewhere. */
async function revisionsOf(file: string): Promise<readonly string[]> {
  const { StoreAccess } = await import("../sqlite/access.ts");
  const access = new StoreAccess(file);
  try {
    return await access.answer((connection) =>
      connection.schema.has("alembic_version")
        ? connection.rows("SELECT version_num FROM alembic_version LIMIT 9").rows.map(([cell]) => String(cell))
        : [],
    );
  } catch {
    return [];
  } finally {
    await access.close();
  }
}

/** SQLite's header says so: bytes 18 and 19 are 2 for a write-ahead log. */
async function keepsLog(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  try {
    const head = Buffer.alloc(20);
    await handle?.read(head, 0, 20, 0);
    return head[18] === 2;
  } catch {
    return false;
  } finally {
    await handle?.close();
  }
}
