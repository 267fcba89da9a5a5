import { decode } from "../../files/bytes.ts";
import { parsePoint } from "../../files/oddLines.ts";
import { kindOf, repeatedLines } from "../facts/metricFacts.ts";
import { bodyOf, endsLine, joinLines, linesOf } from "./lines.ts";

/** Points that were logged twice are left once: the first of each stays. Lines that are no points are not compared. */
export function withoutRepeats(bytes: Uint8Array): Uint8Array {
  const repeats = new Set(
    repeatedLines(bytes, 0, bytes.length, Number.POSITIVE_INFINITY).first.map(({ line }) => line - 1),
  );
  return joinLines(linesOf(bytes).filter((_, i) => !repeats.has(i)));
}

/** Lines with nothing on them. */
export function withoutBlanks(bytes: Uint8Array): Uint8Array {
  return joinLines(linesOf(bytes).filter((line) => bodyOf(line).length > 0));
}

/** A last line that was not written to its end goes. */
export function withoutTornLine(bytes: Uint8Array): Uint8Array {
  const lines = linesOf(bytes);
  const last = lines.at(-1);
  if (last === undefined || endsLine(last)) return bytes;
  const rest = lines.slice(0, -1);
  return isTorn(fieldsOf(last), rest) ? joinLines(rest) : bytes;
}

/** As the rules see it: it is no point for want of its end, or it has fewer fields than every other line. */
function isTorn(fields: readonly string[], rest: readonly Uint8Array[]): boolean {
  const point = parsePoint(fields);
  if (typeof point === "string") return kindOf(fields.join(" "), point, true) === "cut";
  return fields.length < PLAIN && rest.length > 0 && rest.every((line) => fieldsOf(line).length !== fields.length);
}

/** Timestamp, value and step. */
const PLAIN = 3;

function fieldsOf(line: Uint8Array): string[] {
  const body = bodyOf(line);
  return decode(body, 0, body.length).split(" ");
}
