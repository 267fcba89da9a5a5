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
  const columns = differing(runs, params).map(({ key }) => ({
    code: key,
    key: params.key(key),
    codes: new Int32Array(runs.length).fill(-1),
  }));
  const find = finder(columns.map((column) => [column.code, column] as const));
  let row = 0;
  const put = (key: number, value: number, nth: number): void => {
    const column = find(key, nth);
    if (column !== undefined) column.codes[row] = value;
  };
  for (; row < runs.length; row++) eachNth(runs[row] ?? 0, params, put);
  return columns;
}

interface Use {
  readonly key: number;
  readonly first: number;
  count: number;
  differs: boolean;
}

function differing(runs: Runs, params: CodedParams): readonly Use[] {
  const uses = new Map<number, Use>();
  const find = finder<Use>([], uses);
  const note = (key: number, value: number, nth: number): void => {
    const use = find(key, nth);
    if (use === undefined) uses.set(key, { key, first: value, count: 1, differs: false });
    else {
      use.count++;
      if (value !== use.first) use.differs = true;
    }
  };
  for (const run of runs) eachNth(run, params, note);
  const found = [...uses.values()].filter(({ count, differs }) => differs || count < runs.length);
  if (found.length > COMPARED) found.sort((a, b) => b.count - a.count || byText(params.key(a.key), params.key(b.key)));
  return found.slice(0, COMPARED);
}

function eachNth(run: number, params: CodedParams, visit: (key: number, value: number, nth: number) => void): void {
  let nth = 0;
  params.each(run, (key, value) => visit(key, value, nth++));
}

/** Finds things by key. Runs mostly have the same params: what the run before had at the same place is tried first. */
function finder<T>(
  known: readonly (readonly [number, T])[],
  things: Map<number, T> = new Map(known),
): (key: number, nth: number) => T | undefined {
  const keys: number[] = [];
  const last: (T | undefined)[] = [];
  return (key, nth) => {
    if (keys[nth] === key && last[nth] !== undefined) return last[nth];
    keys[nth] = key;
    last[nth] = things.get(key);
    return last[nth];
  };
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
