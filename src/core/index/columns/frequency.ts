import { byText } from "../../model/text.ts";

/** Different values and how often each occurs; equal lengths. */
export interface Counts {
  readonly values: ArrayLike<number>;
  readonly counts: Int32Array;
}

/** Counts codes, column after column, without a map: `most` is greater than every code. */
export function codeCounter(most: number): (codes: Int32Array) => Counts {
  const scratch = new Int32Array(most);
  return (codes) => {
    const different: number[] = [];
    for (const code of codes) {
      if (scratch[code] === 0) different.push(code);
      scratch[code] = (scratch[code] ?? 0) + 1;
    }
    const counts = new Int32Array(different.length);
    for (const [i, code] of different.entries()) {
      counts[i] = scratch[code] ?? 0;
      scratch[code] = 0;
    }
    return { values: different, counts };
  };
}

/** How often each number occurs; NaN is one of them. */
export function countNumbers(numbers: Float64Array): Counts {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return { values: [...counts.keys()], counts: Int32Array.from(counts.values()) };
}

export interface Frequent {
  readonly value: string;
  readonly count: number;
}

/** The most frequent values, `most` at most; of those that are equally frequent the first by code point. */
export function mostFrequent({ values, counts }: Counts, most: number, text: (value: number) => string): Frequent[] {
  const found: Frequent[] = [];
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    const least = found[most - 1];
    if (least !== undefined && count < least.count) continue;
    const value = text(values[i] ?? 0);
    if (least !== undefined && count === least.count && value >= least.value) continue;
    const next = { value, count };
    const at = found.findIndex((other) => inOrder(next, other) < 0);
    found.splice(at < 0 ? found.length : at, 0, next);
    found.splice(most);
  }
  return found;
}

function inOrder(a: Frequent, b: Frequent): number {
  return b.count - a.count || byText(a.value, b.value);
}
