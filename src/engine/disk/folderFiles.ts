import type { Entry, Failure, FilesRequest, Listing, Reply, Request, Scan } from "../../core/files/scan.ts";

/** Requests that go out together. */
const BATCH = 64;

/** The request for all files below a folder by smaller ones: the lists of one level, then its files, then the next. */
export function* filesByParts(request: FilesRequest): Scan<Listing | Failure> {
  const level = new Level(request);
  for (let folders: readonly string[] = [""]; folders.length > 0; folders = level.next()) {
    const failed = yield* inBatches(folders, list(request), (folder, reply) => level.take(folder, reply));
    if (failed && folders[0] === "") return failed;
    const enough = yield* inBatches(level.files(), read(request), (name, reply) => takeFile(request, name, reply));
    if (enough) break;
  }
  return { op: "list", entries: level.others };
}

const list =
  ({ path }: FilesRequest) =>
  (folder: string): Request => ({ op: "list", path: folder === "" ? path : `${path}/${folder}` });

const read =
  ({ path, limit }: FilesRequest) =>
  (name: string): Request => ({ op: "read", path: `${path}/${name}`, limit, beyond: "refuse" });

/** Asks for all of them, some at a time; ends with the first answer of `take` that is something. */
function* inBatches<T>(
  names: readonly string[],
  request: (name: string) => Request,
  take: (name: string, reply: Reply | undefined) => T | null,
): Scan<T | null> {
  for (let at = 0; at < names.length; at += BATCH) {
    const batch = names.slice(at, at + BATCH);
    const replies = yield batch.map(request);
    for (const [i, name] of batch.entries()) {
      const end = take(name, replies[i]);
      if (end !== null) return end;
    }
  }
  return null;
}

function takeFile(request: FilesRequest, name: string, reply: Reply | undefined): true | null {
  const file = reply?.op === "read" || reply?.op === "failure" ? reply : ({ op: "failure", code: "EIO" } as const);
  const slash = name.lastIndexOf("/") + 1;
  return request.take(name.slice(0, slash), name.slice(slash), file) ? null : true;
}

/** Folders of one depth: what lies in them, and the folders of the next. */
class Level {
  readonly others: Entry[] = [];
  readonly #request: FilesRequest;
  #depth = 0;
  #files: string[] = [];
  #folders: string[] = [];

  constructor(request: FilesRequest) {
    this.#request = request;
  }

  /** Sorts out what lies in a folder. The failure to list the first one is the answer to all. */
  take(folder: string, reply: Reply | undefined): Failure | null {
    if (reply?.op === "list") {
      const prefix = folder === "" ? "" : `${folder}/`;
      for (const { name, kind } of reply.entries) {
        if (!this.#request.skips(prefix, name)) this.#entry({ name: prefix + name, kind });
      }
      return null;
    }
    const failed: Failure = reply?.op === "failure" ? reply : { op: "failure", code: "EIO" };
    if (folder === "") return failed;
    this.#request.fails(folder, failed.code);
    return null;
  }

  files(): readonly string[] {
    const files = this.#files;
    this.#files = [];
    return files;
  }

  next(): readonly string[] {
    const folders = this.#folders;
    this.#folders = [];
    this.#depth++;
    return folders;
  }

  #entry(entry: Entry): void {
    if (entry.kind === "file") this.#files.push(entry.name);
    else if (entry.kind === "folder" && this.#depth < this.#request.depth) this.#folders.push(entry.name);
    else this.others.push(entry);
  }
}
