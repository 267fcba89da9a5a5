import { joinLines, linesOf } from "./lines.ts";

const RETURN = 13;

/** Lines that end as on Windows end as everywhere else. */
export function withPlainEnds(bytes: Uint8Array): Uint8Array {
  return joinLines(linesOf(bytes).flatMap((line) => (line.at(-2) === RETURN ? [line.subarray(0, -2), END] : [line])));
}

const END = Uint8Array.of(10);
