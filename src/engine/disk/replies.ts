import type { Dirent, Stats } from "node:fs";
import { sep } from "node:path";
import type { Entry, EntryKind, Failure, Listing, Stamp, Target } from "../../core/files/scan.ts";

export function failure(code: string): Failure {
  return { op: "failure", code };
}

export function kindOf(found: Dirent | Stats): EntryKind {
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "folder";
  return found.isSymbolicLink() ? "link" : "other";
}

export function listing(found: readonly Dirent[]): Listing {
  const entries: Entry[] = [];
  for (const entry of found) entries.push({ name: entry.name, kind: kindOf(entry) });
  return { op: "list", entries };
}

export function stamp(found: Stats): Stamp {
  return { op: "stat", kind: kindOf(found), size: found.size, mtime: found.mtimeMs };
}

/** Where a link leads, seen from the store's real root. */
export function target(realRoot: string, real: string, found: Stats): Target {
  const inside = real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  const path = inside ? real.slice(realRoot.length).split(sep).filter(Boolean).join("/") : null;
  return { op: "follow", kind: kindOf(found), path };
}
