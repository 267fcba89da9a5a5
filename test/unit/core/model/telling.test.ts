import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { tellingColumns, tellingParams } from "../../../../src/core/model/telling.ts";
import type { KeyValue } from "../../../../src/core/model/text.ts";

/** Siblings from columns: one text a run, "-" where a run has no such param. */
function siblings(columns: Record<string, string>): { params: KeyValue[] }[] {
  const rows: { params: KeyValue[] }[] = [];
  for (const [key, text] of Object.entries(columns)) {
    for (const [row, value] of [...text].entries()) {
      rows[row] ??= { params: [] };
      if (value !== "-") rows[row].params.push({ key, value });
    }
  }
  return rows;
}

const telling = (columns: Record<string, string>, limit = 2) => tellingParams(siblings(columns), limit);

describe("the params that tell runs apart", () => {
  it("are none where nothing differs", () => {
    deepEqual(tellingParams([]), []);
    deepEqual(telling({ a: "x" }), []);
    deepEqual(telling({ a: "xxx", b: "yyy" }), []);
  });
  it("are ranked by entropy", () => deepEqual(telling({ a: "xxxxxy", b: "xxxyyy", c: "xxyyzz" }), ["c", "b"]));
  it("are ranked by name where entropy is equal", () => deepEqual(telling({ b: "xxyy", a: "xyxy" }), ["a", "b"]));
  it("do not say the same twice", () => deepEqual(telling({ a: "xxyyzz", b: "ppqqrr", c: "xyxxyx" }), ["a", "c"]));
  it("say the same twice rather than nothing", () => deepEqual(telling({ a: "xxyy", b: "ppqq" }), ["a", "b"]));
  it("leave a seed out where others tell", () => {
    deepEqual(telling({ seed: "123456", lr: "aabbcc", depth: "xyzxyz" }), ["depth", "lr"]);
  });
  it("take a seed where nothing else varies", () => deepEqual(telling({ seed: "1234", lr: "aaaa" }), ["seed"]));
  it("take what is all distinct where others leave runs alike", () => {
    deepEqual(telling({ model: "aab", lr: "123" }), ["model", "lr"]);
  });
  it("prefer a choice to a path where all values are distinct", () => {
    deepEqual(telling({ data_path: "12", date: "12", lr: "12", opt: "12" }), ["lr", "opt"]);
  });
  it("count a missing param as a value", () => deepEqual(telling({ a: "x--x", b: "yyyy" }), ["a"]));
  it("are as many as asked for, if they add something", () => {
    const grid = { a: "xxxxyyyy", b: "xxyyxxyy", c: "xyxyxyxy", d: "xyxyxyxy" };
    deepEqual(telling(grid, 6), ["a", "b", "c"]);
    deepEqual(telling(grid), ["a", "b"]);
  });

  it("are the same in any order of runs and params", () => {
    const row = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(1), fc.nat(9));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const columns = (list: typeof rows) =>
          ["a", "b", "c", "d"].map((key, i) => ({ key, codes: list.map((codes) => (codes[i] ?? 0) - 1) }));
        const keysOf = (list: typeof rows, given: ReturnType<typeof columns>) =>
          tellingColumns(list.length, given).map(({ key }) => key);
        const keys = keysOf(rows, columns(rows));
        deepEqual(keysOf(rows, columns([...rows].reverse()).reverse()), keys);
        ok(keys.length <= 2);
        for (const { key, codes } of columns(rows)) if (keys.includes(key)) ok(new Set(codes).size > 1);
        const varies = columns(rows).some(({ codes }) => new Set(codes).size > 1);
        equal(keys.length > 0, varies);
      }),
    );
  });
});
