/** This runtime has no node:sqlite; `reason` is one sentence for a person. */
export class SqliteUnavailable extends Error {
  readonly reason: string;

  constructor(nodeVersion: string) {
    const short = nodeVersion.split(".").slice(0, 2).join(".");
    const reason = `Reading mlflow.db needs Node 22.13 or newer; this is Node ${short}.`;
    super(reason);
    this.name = "SqliteUnavailable";
    this.reason = reason;
  }

  static is(error: unknown): error is SqliteUnavailable {
    return error instanceof SqliteUnavailable;
  }
}

/** `busy` may be gone at the next try; the others stay until the file changes. */
export type UnreadableKind = "absent" | "denied" | "damaged" | "foreign" | "busy" | "limit" | "closed";

/** Nothing at all can be read of a database; `reason` is one sentence for a person. */
export class StoreUnreadable extends Error {
  readonly kind: UnreadableKind;
  readonly reason: string;

  constructor(kind: UnreadableKind, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "StoreUnreadable";
    this.kind = kind;
    this.reason = reason;
  }

  static is(error: unknown): error is StoreUnreadable {
    return error instanceof StoreUnreadable;
  }
}

/** An error of the file system as one of ours. */
export function fromFileError(error: unknown, name: string): StoreUnreadable {
  if (StoreUnreadable.is(error)) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return new StoreUnreadable("absent", `${name} is not there.`, error);
  if (code === "EACCES" || code === "EPERM")
    return new StoreUnreadable("denied", `${name} may not be read: permission denied.`, error);
  if (code === "EISDIR") return new StoreUnreadable("foreign", `${name} is a folder, not a database.`, error);
  if (code === "EBUSY") return new StoreUnreadable("busy", `${name} is locked by another program.`, error);
  if (code === "ENOSPC")
    return new StoreUnreadable(
      "limit",
      `${name} is in use and there is no room for a copy in the temporary folder.`,
      error,
    );
  return new StoreUnreadable("damaged", `${name} cannot be read (${code || messageOf(error)}).`, error);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
