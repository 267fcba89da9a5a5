import type { Dictionary } from "./dictionary.ts";
import type { RunTable } from "./table.ts";

/** Texts searched together; a chunk is lowered once and then never touched again. */
const CHUNK = 4096;

/**
 * Finds which texts hold a word. The lowered texts stand in long strings, one after the other, so that the search is
 * the engine's own over a few long strings, not one call a text.
 */
export class TextSearch {
  readonly #dictionary: Dictionary;
  readonly #chunks: { readonly all: string; readonly starts: Int32Array }[] = [];

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** 1 for every code whose text holds the word, in any case. */
  matches(word: string): Uint8Array {
    const found = new Uint8Array(this.#dictionary.size);
    const lowered = word.toLowerCase();
    for (let chunk = 0; chunk * CHUNK < found.length; chunk++) {
      const { all, starts } = this.#chunk(chunk);
      let text = 0;
      for (let at = all.indexOf(lowered); at >= 0; at = all.indexOf(lowered, starts[text] ?? all.length)) {
        while ((starts[text] ?? all.length) <= at) text++;
        found[chunk * CHUNK + text - 1] = 1;
        if (text >= starts.length) break;
      }
    }
    return found;
  }

  /** Makes ready what a search will need, a little at a time: whoever drives it may do other things between. */
  *prepare(): Generator<void> {
    for (let chunk = 0; (chunk + 1) * CHUNK <= this.#dictionary.size; chunk++) {
      if (this.#chunks[chunk]) continue;
      this.#chunk(chunk);
      yield;
    }
  }

  /** `starts[i]` is where text i begins; texts are parted by a line feed, which no word holds. */
  #chunk(index: number): { readonly all: string; readonly starts: Int32Array } {
    const known = this.#chunks[index];
    if (known) return known;
    const texts = this.#dictionary.texts().slice(index * CHUNK, (index + 1) * CHUNK);
    const lowered = texts.map((text) => text.toLowerCase());
    const starts = new Int32Array(lowered.length);
    let at = 0;
    lowered.forEach((text, i) => {
      starts[i] = at;
      at += text.length + 1;
    });
    const chunk = { all: lowered.join("\n"), starts };
    if (texts.length === CHUNK) this.#chunks[index] = chunk;
    return chunk;
  }
}

/** Rows in whose name, id, params or tags every word is found. */
export function filterRows(
  table: RunTable,
  search: TextSearch,
  rows: Int32Array,
  words: readonly string[],
): Int32Array {
  let left = rows;
  for (const word of words) {
    const found = search.matches(word);
    left = left.filter((row) => holds(table, row, found));
  }
  return left;
}

function holds(table: RunTable, row: number, found: Uint8Array): boolean {
  const { rows, cells } = table;
  if (found[rows.id.at(row)] || (rows.name.at(row) >= 0 && found[rows.name.at(row)])) return true;
  const any = (keys: Int32Array, values: Int32Array, [from, to]: readonly [number, number]): boolean => {
    for (let cell = from; cell < to; cell++) {
      if (found[keys[cell] ?? 0] || found[values[cell] ?? 0]) return true;
    }
    return false;
  };
  return (
    any(cells.paramKey.data, cells.paramValue.data, table.range(row, "paramsEnd")) ||
    any(cells.tagKey.data, cells.tagValue.data, table.range(row, "tagsEnd"))
  );
}
