import type { ColumnProfile } from "../../model/runsTable.ts";
import { type Counts, countNumbers, mostFrequent } from "./frequency.ts";

const DISTINCT_COUNTED = 1000;
const PARTS = 16;
const MOST_FREQUENT = 5;

/** What a profile says of a column's values. */
export type Profiled = Pick<
  ColumnProfile,
  "present" | "missing" | "distinct" | "constant" | "range" | "histogram" | "top"
>;

/** Of the numbers that runs have, of so many runs. */
export function numbersProfile(numbers: Float64Array, runs: number): Profiled {
  const present = numbers.length;
  const range = rangeOf(numbers);
  const distinct = distinctNumbers(numbers);
  return {
    present,
    missing: runs - present,
    distinct,
    constant: present === runs && distinct === 1,
    range,
    histogram: range === null ? [] : histogramOf(numbers, null, range),
    top: range === null ? mostFrequent(countNumbers(numbers), MOST_FREQUENT, String) : [],
  };
}

/** Of the texts that runs have, by their codes, of so many runs. */
export function textsProfile(texts: Counts, text: (code: number) => string, runs: number): Profiled {
  return { ...countsProfile(texts, runs), range: null, histogram: [], top: mostFrequent(texts, MOST_FREQUENT, text) };
}

/** Of texts that stand for numbers, one each: those that differ as texts (`0.1`, `0.10`) stay different. */
export function numericTextsProfile(texts: Counts, numbers: Float64Array, runs: number): Profiled {
  const range = rangeOf(numbers);
  const histogram = range === null ? [] : histogramOf(numbers, texts.counts, range);
  return { ...countsProfile(texts, runs), range, histogram, top: [] };
}

function countsProfile({ counts }: Counts, runs: number): Omit<Profiled, "range" | "histogram" | "top"> {
  let present = 0;
  for (const count of counts) present += count;
  return {
    present,
    missing: runs - present,
    distinct: Math.min(counts.length, DISTINCT_COUNTED),
    constant: present === runs && counts.length === 1,
  };
}

function rangeOf(numbers: Float64Array): readonly [number, number] | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const number of numbers) {
    if (!Number.isFinite(number)) continue;
    if (number < min) min = number;
    if (number > max) max = number;
  }
  return min <= max ? [min, max] : null;
}

/** The greatest number belongs to the last part; where all are equal they stand in the first. `counts`: null for 1 each. */
function histogramOf(
  numbers: Float64Array,
  counts: Int32Array | null,
  [min, max]: readonly [number, number],
): number[] {
  const parts = new Array<number>(PARTS).fill(0);
  // Halved, since the width of the widest range is no double.
  const width = max / 2 - min / 2;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] ?? Number.NaN;
    if (!Number.isFinite(number)) continue;
    const share = width > 0 ? (number / 2 - min / 2) / width : 0;
    const part = Math.min(PARTS - 1, Math.floor(share * PARTS));
    parts[part] = (parts[part] ?? 0) + (counts?.[i] ?? 1);
  }
  return parts;
}

/** NaN is one value. */
function distinctNumbers(numbers: Float64Array): number {
  const seen = new Set<number>();
  for (const number of numbers) {
    seen.add(number);
    if (seen.size === DISTINCT_COUNTED) break;
  }
  return seen.size;
}
