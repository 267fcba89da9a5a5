import { StoreUnreadable } from "./errors.ts";
import type { FileStamp } from "./stamp.ts";

const MAGIC = Buffer.from("SQLite format 3\0", "latin1");

/** Whether these first bytes are those of an SQLite database. */
export function isSqliteHead(head: Uint8Array): boolean {
  return MAGIC.equals(head.subarray(0, MAGIC.length));
}

/** Says why a file is no database before SQLite does so in fewer words. */
export function checkHead(db: FileStamp, name: string): void {
  if (db.size === 0n) throw new StoreUnreadable("damaged", `${name} is empty (0 bytes).`);
  if (db.head.toString("latin1").startsWith("version https://git-lfs"))
    throw new StoreUnreadable("foreign", `${name} is a Git LFS pointer, not the database itself; run "git lfs pull".`);
  if (db.head.toString("latin1").startsWith("<<<<<<< "))
    throw new StoreUnreadable("damaged", `${name} holds the marks of a merge conflict.`);
  if (!isSqliteHead(db.head))
    throw new StoreUnreadable("foreign", `${name} is not an SQLite database, or it is encrypted.`);
}

/** How many bytes the header promises; null where it does not say (offset 28 is valid only if 24 equals 92). */
function promisedSize(head: Buffer): bigint | null {
  if (head.length < 96 || head.readUInt32BE(24) !== head.readUInt32BE(92)) return null;
  const pageSize = head.readUInt16BE(16) === 1 ? 65536 : head.readUInt16BE(16);
  return BigInt(head.readUInt32BE(28)) * BigInt(pageSize);
}

/** One sentence where the file ends before its last page; null where it is whole. */
export function truncation(db: FileStamp, name: string): string | null {
  const promised = promisedSize(db.head);
  if (promised === null || promised <= db.size) return null;
  return `${name} is cut off: ${db.size} of ${promised} bytes are there; what lies in the rest is lost.`;
}
