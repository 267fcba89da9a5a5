import { decode, isLossy } from "../../files/bytes.ts";
import { EditRefused } from "../../files/runEdit.ts";
import { endsLine, joinLines } from "./lines.ts";

/** A file whose lines are text, a mark of byte order included. Throws EditRefused for any other encoding. */
export function textOf(bytes: Uint8Array): string {
  const text = decode(bytes, 0, bytes.length);
  if (isLossy(text, { op: "read", cut: false, data: bytes, start: 0, end: bytes.length })) {
    throw new EditRefused("The file is not UTF-8 text: change it by hand.");
  }
  return text;
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A line more at the end, unless it is there; it ends as the others do. */
export function withLine(bytes: Uint8Array, line: string): Uint8Array {
  const lines = textOf(bytes).split(/\r?\n/);
  if (lines.includes(line)) return bytes;
  const eol = /\r\n/.test(textOf(bytes)) ? "\r\n" : "\n";
  const before = bytes.length === 0 || endsLine(bytes) ? "" : eol;
  return joinLines([bytes, bytesOf(`${before}${line}${eol}`)]);
}
