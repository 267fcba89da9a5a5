import type { DatabaseSync } from "node:sqlite";
import { SqliteUnavailable } from "./errors.ts";

export type Sqlite = typeof import("node:sqlite");

/** `defensive` came with Node 24.12; older ones ignore it. */
export type OpenOptions = NonNullable<ConstructorParameters<typeof DatabaseSync>[1]> & { readonly defensive?: boolean };

/** Loaded late, so that a bundle with this file in it still starts on Node 20. */
export function loadSqlite(): Sqlite {
  const sqlite = withoutWarning(() => process.getBuiltinModule?.("node:sqlite"));
  if (sqlite === undefined) throw new SqliteUnavailable(process.versions.node);
  return sqlite;
}

/** That the module is experimental is no news to the person at the terminal. */
function withoutWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Whether `file:` URIs, and so `immutable=1`, are understood: from Node 22.15. It shows in the paths accepted. */
export function opensUris(sqlite: Sqlite): boolean {
  try {
    new sqlite.DatabaseSync(new URL("file:///unused"), { open: false });
    return true;
  } catch {
    return false;
  }
}
