import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { readTable } from "../../../../src/core/artifacts/dataTable.ts";

describe("a table out of a file", () => {
  it("is read from CSV and TSV, short records filled up", () => {
    deepEqual(readTable("a/b.CSV", '\ufeffid,"a ""b""",c\r\n1,"x,\ny"\r\n\r\n2,,3,4\r\n'), {
      columns: ["id", 'a "b"', "c"],
      rows: [
        ["1", "x,\ny", null],
        ["2", "", "3"],
      ],
      isCut: false,
    });
    deepEqual(readTable("t.tsv", "a\tb\n1\t2")?.rows, [["1", "2"]]);
  });

  it("is read from what log_table writes, and pandas' split form", () => {
    const { columns, rows } =
      readTable("eval.json", '{"columns": ["q", "n"], "data": [["a", 1.0], [null, {"x": [1]}]]}') ?? {};
    deepEqual(
      [columns, rows],
      [
        ["q", "n"],
        [
          ["a", "1"],
          [null, '{"x":[1]}'],
        ],
      ],
    );
    deepEqual(readTable("s.json", '{"columns": [1], "index": [0], "data": [[true]]}')?.rows, [["true"]]);
  });

  it("is read from records, whose keys come up one by one", () => {
    const { columns, rows } = readTable("r.json", '[{"a": 1}, {"b": "x", "a": null}, {"__proto__": 2}]') ?? {};
    deepEqual(columns, ["a", "b", "__proto__"]);
    deepEqual(rows, [
      ["1", null, null],
      [null, "x", null],
      [null, null, "2"],
    ]);
  });

  it("is read where Python wrote what JSON does not know", () => {
    const { rows } =
      readTable("p.json", '{"columns": ["NaN", "b"], "data": [[NaN, -Infinity], ["a NaN \\" b", Infinity]]}') ?? {};
    deepEqual(rows, [
      ["NaN", "-Infinity"],
      ['a NaN " b', "Infinity"],
    ]);
  });

  it("is none of other files", () => {
    for (const [name, text] of [
      ["a.txt", "a,b"],
      ["a.csv", ""],
      ["a.json", "[]"],
      ["a.json", "[1, 2]"],
      ["a.json", '{"columns": ["a"], "data": [1]}'],
      ["a.json", "{"],
    ] as const) {
      equal(readTable(name, text), null, `${name} ${text}`);
    }
  });

  it("is cut where it is longer or wider than is compared", () => {
    const long = readTable("a.csv", `id\n${"1\n".repeat(50_001)}`);
    deepEqual([long?.rows.length, long?.isCut], [50_000, true]);
    const wide = readTable("a.csv", `${Array.from({ length: 300 }, (_, i) => `c${i}`).join(",")}\n1`);
    deepEqual([wide?.columns.length, wide?.rows[0]?.length, wide?.isCut], [200, 200, true]);
    equal(readTable("a.json", JSON.stringify(Array.from({ length: 50_001 }, () => ({ a: 1 }))))?.isCut, true);
  });

  it("takes whatever it is given", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("a.csv", "a.tsv", "a.json"), (text, name) =>
        ok(readTable(name, text) !== undefined),
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => ok(readTable("a.json", JSON.stringify(value)) !== undefined)));
  });
});
