const NEWLINE = 10;

/** The lines of a file, each with its end; together they are the file again. Nothing is copied. */
export function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, at);
    const next = newline < 0 ? bytes.length : newline + 1;
    lines.push(bytes.subarray(at, next));
    at = next;
  }
  return lines;
}

export function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    at += line.length;
  }
  return bytes;
}

export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function endsLine(line: Uint8Array): boolean {
  return line.at(-1) === NEWLINE;
}

/** Without the line's end, be it of Windows or not. */
export function bodyOf(line: Uint8Array): Uint8Array {
  const end = endsLine(line) ? line.length - 1 : line.length;
  return line.subarray(0, line[end - 1] === 13 ? end - 1 : end);
}
