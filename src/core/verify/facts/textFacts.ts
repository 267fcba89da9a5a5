import { decode, gitLeftover, isLossy } from "../../files/bytes.ts";
import type { Bytes, Failure } from "../../files/scan.ts";
import type { KeyEntry } from "./keyEntry.ts";

/** A param or tag file, read at the level `full`. */
export interface TextFacts extends KeyEntry {
  /** Null where it was not read: at the level `quick`, or where it could not be. */
  readonly text: string | null;
  /** The system error that stood in the way. */
  readonly failure: string | null;
  /** Bytes that are no UTF-8. */
  readonly lossy: boolean;
  readonly leftover: ReturnType<typeof gitLeftover>;
}

/** What Git leaves in the place of a value is longer. */
const SHORT = 40;

/** `reply` is null where the file was not asked for. */
export function textFacts({ key, path, kind, leads, stray }: KeyEntry, reply: Bytes | Failure | null): TextFacts {
  if (reply?.op !== "read") {
    const failure = reply === null ? null : reply.code;
    return { key, path, kind, leads, stray, text: null, failure, lossy: false, leftover: null };
  }
  const text = decode(reply.data, reply.start, reply.end);
  const leftover = text.length > SHORT ? gitLeftover(text) : null;
  // A character at the end may be cut in two.
  const lossy = isLossy(reply.cut ? text.replace(/\ufffd+$/, "") : text, reply);
  return { key, path, kind, leads, stray, text, failure: null, lossy, leftover };
}
