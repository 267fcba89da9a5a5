/** A piece of a text; `changed` where the other text has something else there, or nothing. */
export interface Stretch {
  readonly text: string;
  readonly changed: boolean;
}

/** Two texts, each in pieces that make it up again. */
export interface WordDiff {
  readonly before: readonly Stretch[];
  readonly after: readonly Stretch[];
}

/** Cells of the table of common words: beyond, what lies between the equal ends counts as changed. */
const CELLS = 1 << 20;

/** Texts longer than this are compared by their equal ends alone. */
const LENGTH = 1 << 16;

/** How two texts differ, word by word: their longest common subsequence of words, spaces and marks stays unchanged. */
export function wordDiff(before: string, after: string): WordDiff {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const head = equalAtStart(left, right);
  const tail = equalAtEnd(left, right, head);
  const [from, to] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
  const kept = from.length * to.length <= CELLS ? common(from, to) : { left: NONE, right: NONE };
  return { before: stretches(left, head, tail, kept.left), after: stretches(right, head, tail, kept.right) };
}

/** Words with the marks that numbers and versions hold; runs of spaces; every other character by itself. */
const WORD = /[\p{L}\p{N}_]+(?:[.+-][\p{L}\p{N}_]+)*|\s+|./gsu;

function wordsOf(text: string): readonly string[] {
  return text.length > LENGTH ? [...text] : (text.match(WORD) ?? []);
}

function equalAtStart(left: readonly string[], right: readonly string[]): number {
  let equal = 0;
  while (equal < left.length && equal < right.length && left[equal] === right[equal]) equal++;
  return equal;
}

function equalAtEnd(left: readonly string[], right: readonly string[], head: number): number {
  let equal = 0;
  const most = Math.min(left.length, right.length) - head;
  while (equal < most && left[left.length - 1 - equal] === right[right.length - 1 - equal]) equal++;
  return equal;
}

interface Common {
  /** Places in each list of what both have, in the same order. */
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** Longest common subsequence by the textbook's table of lengths. */
function common(left: readonly string[], right: readonly string[]): Common {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const [inLeft, inRight] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) {
      inLeft.add(i++);
      inRight.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { left: inLeft, right: inRight };
}

/** Neighbours of one kind as one piece. */
function stretches(
  words: readonly string[],
  head: number,
  tail: number,
  kept: ReadonlySet<number>,
): readonly Stretch[] {
  const result: { text: string; changed: boolean }[] = [];
  for (const [i, word] of words.entries()) {
    const changed = i >= head && i < words.length - tail && !kept.has(i - head);
    const last = result.at(-1);
    if (last?.changed === changed) last.text += word;
    else result.push({ text: word, changed });
  }
  return result;
}
