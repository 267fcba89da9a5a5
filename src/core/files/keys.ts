import { type Problem, problem } from "../model/problem.ts";
import { isForeign } from "./foreign.ts";
import { LIMITS } from "./limits.ts";
import { type Entry, failureReason, join, type Reply, type Scan } from "./scan.ts";

/** A file whose path below its folder is a key: `metrics/val/loss` is the metric `val/loss`. */
export interface KeyFile {
  readonly folder: string;
  readonly key: string;
  /** Path to read: the file's own, or where a link within the store leads. */
  readonly path: string;
}

interface Pending {
  readonly folder: string;
  readonly prefix: string;
  readonly path: string;
  readonly depth: number;
}

class KeyWalk {
  readonly files: KeyFile[] = [];
  readonly problems: Problem[] = [];
  folders: Pending[];
  links: { at: Pending; name: string }[] = [];
  /** Folders reached through links: each once, so that circles end. */
  readonly #followed = new Set<string>();
  #full = false;

  constructor(folders: readonly string[]) {
    this.folders = folders.map((folder) => ({ folder, prefix: "", path: folder, depth: 0 }));
  }

  /** Takes one folder's entries; sub-folders and links go to the next round. */
  take(at: Pending, reply: Reply | undefined): void {
    if (reply?.op === "list") {
      for (const entry of reply.entries) this.entry(at, entry, join(at.path, entry.name));
    } else if (reply?.op !== "failure" || reply.code !== "ENOENT") {
      const code = reply?.op === "failure" ? reply.code : "EIO";
      this.problems.push(problem("unreadable", at.path, `cannot be listed: ${failureReason(code)}`));
    }
  }

  entry(at: Pending, entry: Entry, path: string): void {
    if (isForeign(entry.name)) return;
    if (entry.kind === "file") this.file({ folder: at.folder, key: at.prefix + entry.name, path });
    else if (entry.kind === "folder") this.descend(at, entry.name, path);
    else if (entry.kind === "link") this.links.push({ at, name: entry.name });
    else this.problems.push(problem("wrong-type", path, "is not a regular file and was not read"));
  }

  file(found: KeyFile): void {
    if (this.files.length < LIMITS.entries) this.files.push(found);
    else if (!this.#full) {
      this.#full = true;
      this.problems.push(
        problem("limit", found.folder, `holds more than ${LIMITS.entries} files; the rest was not read`),
      );
    }
  }

  descend(at: Pending, name: string, path: string): void {
    if (at.depth >= LIMITS.keyDepth) {
      this.problems.push(problem("limit", path, `lies deeper than ${LIMITS.keyDepth} folders and was not read`));
      return;
    }
    this.folders.push({ folder: at.folder, prefix: `${at.prefix}${name}/`, path, depth: at.depth + 1 });
  }

  /** A link within the store is read where it leads. */
  link(at: Pending, name: string, reply: Reply | undefined): void {
    const path = join(at.path, name);
    if (reply?.op !== "follow") {
      const code = reply?.op === "failure" ? reply.code : "EIO";
      const reason =
        code === "ENOENT" ? "is a link to nothing" : `is a link that cannot be followed: ${failureReason(code)}`;
      this.problems.push(problem("unreadable", path, reason));
    } else if (reply.path === null) {
      this.problems.push(problem("link-escape", path, "is a link that leaves the store and was not followed"));
    } else if (reply.kind === "folder" && !this.#isNew(path, reply.path)) {
      this.problems.push(problem("unreadable", path, "is a link into a circle and was not followed"));
    } else this.entry(at, { name, kind: reply.kind }, reply.path);
  }

  #isNew(link: string, target: string): boolean {
    if (this.#followed.has(target) || target === "" || `${link}/`.startsWith(`${target}/`)) return false;
    this.#followed.add(target);
    return true;
  }
}

/** Finds every key below the folders given; a folder that is not there holds none. */
export function* walkKeys(
  folders: readonly string[],
): Scan<{ readonly files: readonly KeyFile[]; readonly problems: Problem[] }> {
  const walk = new KeyWalk(folders);
  while (walk.folders.length > 0 || walk.links.length > 0) {
    const { folders: listed, links } = walk;
    walk.folders = [];
    walk.links = [];
    const replies = yield [
      ...listed.map((at) => ({ op: "list", path: at.path }) as const),
      ...links.map(({ at, name }) => ({ op: "follow", path: join(at.path, name) }) as const),
    ];
    listed.forEach((at, i) => {
      walk.take(at, replies[i]);
    });
    links.forEach(({ at, name }, i) => {
      walk.link(at, name, replies[listed.length + i]);
    });
  }
  return { files: walk.files, problems: walk.problems };
}
