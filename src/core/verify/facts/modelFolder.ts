import { filesNamedBy, type NamedFile } from "../../artifacts/mlmodelFiles.ts";
import { askAll } from "../../files/batch.ts";
import { decode, gitLeftover } from "../../files/bytes.ts";
import { type Entry, join, type Reply, type Scan } from "../../files/scan.ts";

/** A model's folder as it lies: its MLmodel file, and what that names. */
export interface ModelFolderFacts {
  readonly folder: string;
  /** Null where the folder cannot be listed. */
  readonly entries: readonly Entry[] | null;
  /** Null where there is none. `pointer`: Git LFS left a pointer in its place; `broken`: it cannot be read as one. */
  readonly mlmodel: "read" | "pointer" | "broken" | null;
  /** Named files that are not there. */
  readonly missing: readonly NamedFile[];
  /** Named files in whose place Git LFS left a pointer. */
  readonly pointers: readonly NamedFile[];
}

/** An MLmodel with 2,000 columns has about 200 kB. */
const MLMODEL_LIMIT = 1 << 20;
/** Pointers of Git LFS are shorter. */
const POINTER_LIMIT = 1024;

/** Looks at a model's folder, and at each file that its MLmodel names. */
export function* scanModelFolder(folder: string): Scan<ModelFolderFacts> {
  const [listing] = yield [{ op: "list", path: folder }];
  const entries = listing?.op === "list" ? listing.entries : null;
  const nothing: ModelFolderFacts = { folder, entries, mlmodel: null, missing: [], pointers: [] };
  if (!entries?.some(({ name }) => name === "MLmodel")) return nothing;
  const path = join(folder, "MLmodel");
  const [reply] = yield [{ op: "read", path, limit: MLMODEL_LIMIT, beyond: "refuse" }];
  const text = reply?.op === "read" ? decode(reply.data, reply.start, reply.end) : "";
  if (isPointer(text)) return { ...nothing, mlmodel: "pointer" };
  const named = filesNamedBy(text);
  if (named === null) return { ...nothing, mlmodel: "broken" };
  const kinds = yield* kindsOf(folder, named);
  const files = named.filter((_, i) => kinds[i] === "short");
  const heads = yield* askAll(
    files.map((file) => ({ op: "read", path: join(folder, file.path), limit: POINTER_LIMIT, beyond: "cut" }) as const),
    (head) => head?.op === "read" && isPointer(decode(head.data, head.start, head.end)),
  );
  const missing = named.filter((_, i) => kinds[i] === "missing");
  return { ...nothing, mlmodel: "read", missing, pointers: files.filter((_, i) => heads[i]) };
}

function* kindsOf(folder: string, named: readonly NamedFile[]): Scan<readonly ("missing" | "short" | "other")[]> {
  const requests = named.map((file) => ({ op: "stat", path: join(folder, file.path) }) as const);
  return yield* askAll(requests, kindOf);
}

function kindOf(reply: Reply | undefined): "missing" | "short" | "other" {
  if (reply?.op === "failure" && (reply.code === "ENOENT" || reply.code === "ENOTDIR")) return "missing";
  return reply?.op === "stat" && reply.kind === "file" && reply.size < POINTER_LIMIT ? "short" : "other";
}

function isPointer(text: string): boolean {
  return gitLeftover(text)?.code === "lfs-pointer";
}
