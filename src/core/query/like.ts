import type { Dialect } from "./expression.ts";

/**
 * A test for LIKE (or ILIKE: `folds`). The whole text must match; there is no escape. MLflow's file store makes a Python
 * regular expression of it: neither `%` nor `_` crosses a line end, but for a `%` at the pattern's end, and one line end
 * at the text's end is read over. SQLite knows no lines, and folds the case of ASCII letters only.
 */
export function likeTest(pattern: string, dialect: Dialect, folds: boolean): (text: string) => boolean {
  const fold = folds ? FOLDS[dialect] : same;
  const runs = fold(pattern).split("%");
  if (dialect === "sqlite") return (text) => fits(runs, fold(text), false);
  return (text) => {
    const folded = fold(text);
    return fits(runs, folded, true) || (folded.endsWith("\n") && fits(runs, folded.slice(0, -1), true));
  };
}

const same = (text: string): string => text;

const FOLDS: Readonly<Record<Dialect, (text: string) => string>> = {
  file: foldPython,
  sqlite: (text) => text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()),
};

/**
 * Every character by itself, as Python compares them without case: by the small letter of its capital. A capital of
 * several characters (ß) does not count.
 */
function foldPython(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let folded = "";
  for (const character of text) {
    const small = firstOf(character.toLowerCase());
    const capital = small.toUpperCase();
    folded += SAME_CAPITALS.get(small) ?? (isOne(capital) ? firstOf(capital.toLowerCase()) : small);
  }
  return folded;
}

const ASCII = /^\p{ASCII}*$/u;

/** Small letters whose capitals are of several characters and yet the same. */
const SAME_CAPITALS: ReadonlyMap<string, string> = new Map([
  ["\u1fd3", "\u0390"],
  ["\u1fe3", "\u03b0"],
  ["\ufb05", "\ufb06"],
]);

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0);

const isOne = (text: string): boolean => firstOf(text) === text;

/**
 * Whether a text is these runs of characters with anything between them. Each run is looked for as far to the left as it
 * goes; no other place could serve the later ones better, with lines or without.
 */
function fits(runs: readonly string[], text: string, lines: boolean): boolean {
  const [first = "", ...rest] = runs;
  let at = endOf(first, text, 0, lines);
  const last = rest.pop();
  if (at < 0 || last === undefined) return at === text.length;
  for (const run of rest) {
    const found = find(run, text, at, lines);
    if (found < 0 || (run !== "" && isParted(text, at, found, lines))) return false;
    at = endOf(run, text, found, lines);
  }
  if (last === "") return true;
  const start = startOf(last, text, lines);
  return start >= at && !isParted(text, at, start, lines);
}

/** Whether a line ends between two places, where lines count. */
function isParted(text: string, from: number, to: number, lines: boolean): boolean {
  if (!lines) return false;
  const end = text.indexOf("\n", from);
  return end >= 0 && end < to;
}

/** The first place from `at` on where a run stands; -1 where it does nowhere. */
function find(run: string, text: string, at: number, lines: boolean): number {
  if (!run.includes("_")) return text.indexOf(run, at);
  for (let from = at; from < text.length; from++) if (endOf(run, text, from, lines) >= 0) return from;
  return -1;
}

/** Where a run that stands at `from` ends; -1 where it does not stand there. */
function endOf(run: string, text: string, from: number, lines: boolean): number {
  if (!run.includes("_")) return text.startsWith(run, from) ? from + run.length : -1;
  let at = from;
  for (const wanted of run) {
    const length = wanted === "_" ? oneLength(text, at, lines) : text.startsWith(wanted, at) ? wanted.length : 0;
    if (length === 0) return -1;
    at += length;
  }
  return at;
}

/** Units of the character that `_` takes; 0 where there is none for it. */
function oneLength(text: string, at: number, lines: boolean): number {
  if (at >= text.length || (lines && text[at] === "\n")) return 0;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Where a run that ends the text begins; -1 where it does not end it. */
function startOf(run: string, text: string, lines: boolean): number {
  if (!run.includes("_")) return text.endsWith(run) ? text.length - run.length : -1;
  // A character takes one unit or two, so that the start is at most so far back.
  const wanted = [...run].length;
  const tail = [...text.slice(Math.max(0, text.length - 2 * wanted))].slice(-wanted).join("");
  const from = text.length - tail.length;
  return endOf(run, text, from, lines) === text.length ? from : -1;
}
