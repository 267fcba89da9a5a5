import { Digest } from "./digest.ts";
import { walkKeys } from "./keys.ts";
import { join, type Scan } from "./scan.ts";

/** The sizes and times of all metadata files of a run as one number, and the newest of the times. */
export interface RunStamp {
  readonly digest: number;
  /** Milliseconds since 1970; 0 without files. */
  readonly newest: number;
}

const FOLDERS = ["params", "metrics", "tags", "inputs", "outputs"];

/** Compares cheaply: a run whose digest is the same as before holds the same files. Null where its folder is gone. */
export function* scanStamp(experiment: string, run: string): Scan<RunStamp | null> {
  const folder = join(experiment, run);
  const [listing] = yield [{ op: "list", path: folder }];
  if (listing?.op !== "list")
    return listing?.op === "failure" && listing.code !== "ENOENT" ? { digest: 0, newest: 0 } : null;
  const folders = listing.entries.filter((entry) => entry.kind === "folder" && FOLDERS.includes(entry.name));
  const files = yield* walkKeys(folders.map((entry) => ({ path: join(folder, entry.name) })));
  const paths = [join(folder, "meta.yaml"), ...files.map((file) => file.path)].sort();
  const replies = yield paths.map((path) => ({ op: "stat", path }) as const);
  const digest = new Digest();
  let newest = 0;
  for (const [i, path] of paths.entries()) {
    const reply = replies[i];
    digest.text(path, folder.length);
    if (reply?.op !== "stat") continue;
    digest.number(reply.size);
    digest.number(reply.mtime);
    newest = Math.max(newest, reply.mtime);
  }
  return { digest: digest.value(), newest };
}
