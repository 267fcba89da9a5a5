/**
 * The scan without I/O of its own: a generator yields batches of requests and is resumed with their replies, in the
 * same order. Whoever drives it decides how: synchronously in a worker, many in flight on a slow share, or out of Git.
 * Paths are relative to the store, `/` between segments; the empty path is the store itself.
 */
export type Scan<T> = Generator<readonly Request[], T, readonly Reply[]>;

export type Request =
  /** The entries of a folder, unsorted. */
  | { readonly op: "list"; readonly path: string }
  /** The bytes of a regular file, never through a link; beyond `limit` bytes it is cut, or refused with `too-large`. */
  | { readonly op: "read"; readonly path: string; readonly limit: number; readonly beyond: "cut" | "refuse" }
  /** At most `length` bytes of a regular file from an offset on, `cut` where more follow; refused where the file is longer than `limit`. */
  | {
      readonly op: "piece";
      readonly path: string;
      readonly from: number;
      readonly length: number;
      readonly limit: number;
    }
  /** All regular files below a folder, each handed over as it is read; what else lies there is the reply, a listing. */
  | FilesRequest
  /** Size and modification time, never through a link. */
  | { readonly op: "stat"; readonly path: string }
  /** Where a link leads. */
  | { readonly op: "follow"; readonly path: string };

export interface FilesRequest {
  readonly op: "files";
  readonly path: string;
  /** A file beyond so many bytes is refused with `too-large`. */
  readonly limit: number;
  /** So many folders below one another are entered; what lies deeper is in the reply. */
  readonly depth: number;
  /** Whether a file or folder is passed over. `below`: its folder's path below this one, with a `/` at its end. */
  skips(below: string, name: string): boolean;
  /** Takes a file; its bytes are valid only meanwhile. False where no more are wanted. */
  take(below: string, name: string, file: Bytes | Failure): boolean;
  /** A folder below that cannot be listed. */
  fails(path: string, code: string): void;
}

export type EntryKind = "file" | "folder" | "link" | "other";

export interface Entry {
  /** Its path below the folder listed. */
  readonly name: string;
  readonly kind: EntryKind;
}

export type Reply = Listing | Bytes | Stamp | Target | Failure;

export interface Listing {
  readonly op: "list";
  readonly entries: readonly Entry[];
}

/** `data[start, end)` is the file; valid only until the scan asks again, because drivers reuse the buffer. */
export interface Bytes {
  readonly op: "read";
  readonly data: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** True where the file is longer than the limit asked for. */
  readonly cut: boolean;
}

export interface Stamp {
  readonly op: "stat";
  readonly kind: EntryKind;
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly mtime: number;
}

export interface Target {
  readonly op: "follow";
  readonly kind: EntryKind;
  /** The real path below the store, or null where the link leaves it. */
  readonly path: string | null;
}

export interface Failure {
  readonly op: "failure";
  /** A system error name (`ENOENT`, `EACCES`, `EIO`, …), `too-large`, or `not-regular`. */
  readonly code: string;
}

export function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Why a file could not be read, as a sentence's end. */
export function failureReason(code: string): string {
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOENT":
      return "it vanished while it was read";
    case "EIO":
      return "the disk reported an input/output error";
    case "EMFILE":
    case "ENFILE":
      return "too many files are open";
    case "ELOOP":
      return "it is a link, or links run in a circle";
    case "EISDIR":
      return "it is a folder where a file is expected";
    case "ENOTDIR":
      return "it is a file where a folder is expected";
    case "ENAMETOOLONG":
      return "its path is too long for this system";
    case "not-regular":
      return "it is not a regular file";
    default:
      return `the system answered ${code}`;
  }
}
