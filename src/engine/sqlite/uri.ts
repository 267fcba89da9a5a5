/**
 * The path of an SQLAlchemy URI: `sqlite:///rel.db` is relative, `sqlite:////abs.db` and `sqlite:///C:/abs.db` are
 * absolute; a driver (`sqlite+pysqlite`) and options behind `?` are left out. Null for other schemes and for memory.
 */
export function parseSqliteUri(uri: string): string | null {
  const match = /^sqlite(?:\+\w+)?:\/\/\/([^?]+)/i.exec(uri);
  const path = match?.[1] ?? "";
  return path === "" || path === ":memory:" ? null : path;
}

/** An absolute path as SQLite's URI for a file that it takes for unchanging: no lock is taken, no file is made. */
export function immutableUri(path: string, platform: NodeJS.Platform = process.platform): string {
  const slashed = platform === "win32" ? path.replaceAll("\\", "/") : path;
  const encoded = slashed.replace(/[%?#]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `file://${encoded.startsWith("/") ? "" : "/"}${encoded}?mode=ro&immutable=1`;
}
