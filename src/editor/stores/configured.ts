import { parseSqliteUri } from "../../engine/sqlite/uri.ts";

/** What an entry of the setting `mlflowRuns.stores` names. */
export interface ConfiguredStore {
  readonly kind: "path" | "sqlite";
  /** Absolute, or relative to a workspace folder. */
  readonly path: string;
}

/** Reads an entry: a path, `file://…` or `sqlite:///…` as SQLAlchemy writes it (a fourth slash makes it absolute). */
export function readConfigured(entry: string): ConfiguredStore | null {
  const text = entry.trim();
  const sqlite = parseSqliteUri(text);
  if (sqlite !== null) return { kind: "sqlite", path: withoutSlashBeforeDrive(sqlite) };
  const file = /^file:\/\/(\/.+)$/.exec(text)?.[1];
  if (file !== undefined) return { kind: "path", path: withoutSlashBeforeDrive(decoded(file)) };
  if (text === "" || /^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return null;
  return { kind: /\.(db|sqlite3?)$/i.test(text) ? "sqlite" : "path", path: text };
}

function withoutSlashBeforeDrive(path: string): string {
  return /^\/[a-z]:[\\/]/i.test(path) ? path.slice(1) : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
