/** A text of at most so many characters: a longer one keeps both its ends around `…`. */
export function cutMiddle(text: string, length: number): string {
  const characters = text.length > length ? [...text] : [];
  if (characters.length <= length) return text;
  const head = Math.ceil((length - 1) / 2);
  return `${characters.slice(0, head).join("")}…${characters.slice(characters.length - (length - 1 - head)).join("")}`;
}

/** Characters kept before the place where two long texts part. */
const BEFORE = 8;

/** Two texts of at most so many characters each (and two `…`), cut so that the place where they part is in sight. */
export function cutPair(a: string, b: string, length: number): readonly [string, string] {
  if (a.length <= length && b.length <= length) return [a, b];
  const [left, right] = [[...a], [...b]];
  let same = 0;
  while (same < left.length && left[same] === right[same]) same++;
  const from =
    same + length - BEFORE > Math.max(left.length, right.length)
      ? Math.max(0, Math.max(left.length, right.length) - length)
      : Math.max(0, same - BEFORE);
  return [windowOf(left, from, length), windowOf(right, from, length)];
}

function windowOf(characters: readonly string[], from: number, length: number): string {
  const start = from > 0 && characters.length > length ? Math.min(from, characters.length) : 0;
  const end = start + length;
  const shown = characters.slice(start, end).join("");
  return `${start > 0 ? "…" : ""}${shown}${end < characters.length ? "…" : ""}`;
}
