import { cutMiddle } from "./label.ts";
import { byText, type KeyValue } from "./text.ts";

/** The params of runs as codes, so that thousands of runs are compared without their texts; a run is a number. */
export interface CodedParams {
  /** Each param of a run: equal codes are equal texts. */
  each(run: number, visit: (key: number, value: number) => void): void;
  key(code: number): string;
  value(code: number): string;
}

export type Runs = readonly number[] | Int32Array;

/** One param over some runs, in their order: equal codes are equal values, -1 is a run without it. */
export interface CodedColumn {
  readonly key: string;
  readonly codes: ArrayLike<number>;
}

/** Params that differ are compared, the most used of them: stores with thousands of keys exist. */
export const COMPARED = 200;

/** The params that differ among these runs, as columns. */
export function columnsOf(runs: Runs, params: CodedParams): readonly CodedColumn[] {
  const keys = differing(runs, params);
  const columns = new Map(
    keys.map((key) => [key, { key: params.key(key), codes: new Int32Array(runs.length).fill(-1) }]),
  );
  for (const [row, run] of runs.entries()) {
    params.each(run, (key, value) => {
      const column = columns.get(key);
      if (column) column.codes[row] = value;
    });
  }
  return [...columns.values()];
}

interface Use {
  readonly first: number;
  count: number;
  differs: boolean;
}

function differing(runs: Runs, params: CodedParams): readonly number[] {
  const uses = new Map<number, Use>();
  for (const run of runs) {
    params.each(run, (key, value) => {
      const use = uses.get(key);
      if (use === undefined) uses.set(key, { first: value, count: 1, differs: false });
      else {
        use.count++;
        if (value !== use.first) use.differs = true;
      }
    });
  }
  const found = [...uses].filter(([, { count, differs }]) => differs || count < runs.length);
  if (found.length > COMPARED) {
    found.sort(([a, { count: ofA }], [b, { count: ofB }]) => ofB - ofA || byText(params.key(a), params.key(b)));
  }
  return found.slice(0, COMPARED).map(([key]) => key);
}

/** Codes of the params of runs as they are read; values as labels show them. The n-th run is the number n. */
export function codeParams(runs: readonly { readonly params: readonly KeyValue[] }[]): CodedParams {
  const codes = new Map<string, number>();
  const texts: string[] = [];
  const code = (text: string): number => {
    const known = codes.get(text);
    if (known !== undefined) return known;
    codes.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const coded = runs.map(({ params }) => params.map(({ key, value }) => [code(key), code(cutMiddle(value))] as const));
  return {
    each: (run, visit) => {
      for (const [key, value] of coded[run] ?? []) visit(key, value);
    },
    key: (key) => texts[key] ?? "",
    value: (value) => texts[value] ?? "",
  };
}
