/** Spaces, or a piece of a word: in double quotes, in single quotes, behind a backslash, plain. */
const PIECE = /[ \t\r\n]+|"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])|([^ \t\r\n"'\\]+)/y;

/**
 * Parts a text at spaces as Python's `shlex.split` does: quotes keep spaces and go, a backslash keeps the next character
 * (between double quotes only a quote or another backslash). Null where a quote is never closed or nothing follows a
 * backslash.
 */
export function shellWords(text: string): readonly string[] | null {
  const words: string[] = [];
  let isInside = false;
  for (let at = 0; at < text.length; ) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (!found) return null;
    at = PIECE.lastIndex;
    const [, double, single, kept, plain] = found;
    const piece = double?.replaceAll(/\\(["\\])/g, "$1") ?? single ?? kept ?? plain;
    if (piece === undefined) isInside = false;
    else if (isInside) words.push(`${words.pop() ?? ""}${piece}`);
    else {
      words.push(piece);
      isInside = true;
    }
  }
  return words;
}
