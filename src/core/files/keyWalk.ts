import { type Problem, problem } from "../model/problem.ts";
import { isForeign } from "./foreign.ts";
import { LIMITS } from "./limits.ts";
import { type Entry, failureReason, join, type Reply, type Scan } from "./scan.ts";

/** A folder whose files are keys. */
export interface WalkRoot {
  readonly path: string;
}

/** A file that was found; its path is its own, or where a link within the store leads. */
export interface FoundKey<Root> {
  readonly root: Root;
  readonly key: string;
  readonly path: string;
}

/** A folder on the way, below the folder that was asked for. */
interface Pending<Root> {
  readonly root: Root;
  readonly prefix: string;
  readonly path: string;
  readonly depth: number;
}

/** A walk over folders of keys, by name: what was found, and what is wrong with the rest. */
export class KeyWalk<Root extends WalkRoot> {
  readonly files: FoundKey<Root>[] = [];
  readonly problems: Problem[] = [];
  #folders: Pending<Root>[] = [];
  #links: { readonly at: Pending<Root>; readonly name: string }[] = [];
  /** Folders reached through links: each once, so that circles end. */
  #followed: Set<string> | null = null;
  #count: number;

  /** `count`: files that were read already, of those that may be read at most. */
  constructor(count = 0) {
    this.#count = count;
  }

  /** A folder that is still to be listed. */
  add(root: Root): void {
    this.#folders.push(at(root));
  }

  /** What lies in a folder, by its path below it. */
  takeEntry(root: Root, entry: Entry): void {
    this.#entry(at(root), entry, join(root.path, entry.name));
  }

  /** Goes on until no folder is left. */
  *run(): Scan<void> {
    while (this.#folders.length > 0 || this.#links.length > 0) {
      const folders = this.#folders;
      const links = this.#links;
      this.#folders = [];
      this.#links = [];
      const replies = yield [
        ...folders.map(({ path }) => ({ op: "list", path }) as const),
        ...links.map(({ at: { path }, name }) => ({ op: "follow", path: join(path, name) }) as const),
      ];
      for (const [i, folder] of folders.entries()) this.#take(folder, replies[i]);
      for (const [i, link] of links.entries()) this.#follow(link.at, link.name, replies[folders.length + i]);
    }
  }

  /** Takes one folder's entries; sub-folders and links go to the next round. */
  #take(folder: Pending<Root>, reply: Reply | undefined): void {
    if (reply?.op === "list") {
      for (const entry of reply.entries) this.#entry(folder, entry, join(folder.path, entry.name));
      return;
    }
    const found = unlisted(folder.path, reply?.op === "failure" ? reply.code : "EIO");
    if (found) this.problems.push(found);
  }

  #entry({ root, prefix, path: parent, depth }: Pending<Root>, { name, kind }: Entry, path: string): void {
    if (isForeign(name)) return;
    if (kind === "file") {
      if (withinLimit(this.#count++, root, this.problems)) this.files.push({ root, key: prefix + name, path });
    } else if (kind === "folder") {
      this.#descend({ root, prefix: `${prefix}${name}/`, path, depth: depth + name.split("/").length });
    } else if (kind === "link") this.#links.push({ at: { root, prefix, path: parent, depth }, name });
    else this.problems.push(problem("wrong-type", path, "is not a regular file and was not read"));
  }

  #descend(folder: Pending<Root>): void {
    if (folder.depth <= LIMITS.keyDepth) this.#folders.push(folder);
    else {
      const reason = `lies deeper than ${LIMITS.keyDepth} folders and was not read`;
      this.problems.push(problem("limit", folder.path, reason));
    }
  }

  /** A link within the store is read where it leads. */
  #follow(folder: Pending<Root>, name: string, reply: Reply | undefined): void {
    const path = join(folder.path, name);
    if (reply?.op !== "follow") {
      const code = reply?.op === "failure" ? reply.code : "EIO";
      const reason =
        code === "ENOENT" ? "is a link to nothing" : `is a link that cannot be followed: ${failureReason(code)}`;
      this.problems.push(problem("unreadable", path, reason));
    } else if (reply.path === null) {
      this.problems.push(problem("link-escape", path, "is a link that leaves the store and was not followed"));
    } else if (reply.kind === "folder" && !this.#isNew(path, reply.path)) {
      this.problems.push(problem("unreadable", path, "is a link into a circle and was not followed"));
    } else this.#entry(folder, { name, kind: reply.kind }, reply.path);
  }

  #isNew(link: string, target: string): boolean {
    this.#followed ??= new Set();
    if (this.#followed.has(target) || target === "" || `${link}/`.startsWith(`${target}/`)) return false;
    this.#followed.add(target);
    return true;
  }
}

function at<Root extends WalkRoot>(root: Root): Pending<Root> {
  return { root, prefix: "", path: root.path, depth: 0 };
}

/** Whether one more file than `count` may be read; says so once where there are too many. */
export function withinLimit(count: number, root: WalkRoot, problems: Problem[]): boolean {
  if (count === LIMITS.entries) {
    problems.push(problem("limit", root.path, `holds more than ${LIMITS.entries} files; the rest was not read`));
  }
  return count < LIMITS.entries;
}

/** What is wrong with a folder that cannot be listed; nothing where it is not there. */
export function unlisted(path: string, code: string): Problem | null {
  return code === "ENOENT" ? null : problem("unreadable", path, `cannot be listed: ${failureReason(code)}`);
}
