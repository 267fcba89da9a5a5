import type { Cell } from "../../model/runsTable.ts";

/** One column over some rows, one entry a row. */
export type ColumnData = NumberData | TextData;

export interface NumberData {
  readonly kind: "numbers";
  readonly values: Float64Array;
  /** 1 where a run has none; its value is NaN then. */
  readonly missing: Uint8Array;
}

export interface TextData {
  readonly kind: "texts";
  /** Equal codes are equal values; -1 where a run has none. */
  readonly codes: Int32Array;
  readonly text: (code: number) => string;
  /** What sorts them: the codes themselves, or the texts in natural order. */
  readonly order: "codes" | "nature";
  /** The numbers that a param's texts stand for, by code; null where one of them is none. */
  readonly numbers: ReadonlyMap<number, number> | null;
}

/** An entry as it is shown and sent. */
export function cellAt(data: ColumnData, at: number): Cell {
  if (data.kind === "numbers") return data.missing[at] === 1 ? null : (data.values[at] ?? null);
  const code = data.codes[at] ?? -1;
  return code < 0 ? null : data.text(code);
}

/** The same as numbers; null where the column holds texts that are none. */
export function asNumbers(data: ColumnData): NumberData | null {
  if (data.kind === "numbers") return data;
  const { codes, numbers } = data;
  if (numbers === null) return null;
  const values = Float64Array.from(codes, (code) => numbers.get(code) ?? Number.NaN);
  return { kind: "numbers", values, missing: Uint8Array.from(codes, (code) => (code < 0 ? 1 : 0)) };
}
