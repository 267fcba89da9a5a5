import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { type DataTable, readTable } from "../../../../../src/core/artifacts/dataTable.ts";
import { guessKey } from "../../../../../src/core/compare/tables/matchRows.ts";
import { tableDiff } from "../../../../../src/core/compare/tables/tableDiff.ts";
import type { TableDiff } from "../../../../../src/core/model/tableDiff.ts";

const EMPTY: DataTable = { columns: [], rows: [], isCut: false };
const table = (text: string): DataTable => readTable("t.csv", text.replaceAll(" ", "\n")) ?? EMPTY;
const diff = (left: string, right: string, key: string | null = null): TableDiff =>
  tableDiff(table(left), table(right), key);

/** Rows as `kind: a | b -> c`, a column between bars. */
const shown = ({ rows }: TableDiff): string[] =>
  rows.map(
    ({ kind, cells }) =>
      `${kind}: ${cells.map(({ left, right, differs }) => (differs ? `${left} -> ${right}` : (left ?? right ?? "-"))).join(" | ")}`,
  );

describe("two tables", () => {
  it("are matched by a column that tells their rows apart", () => {
    const found = diff("id,score 1,0.5 2,0.6 3,0.7", "id,score 3,0.7 1,0.9 4,0.1", null);
    equal(found.key, "id");
    deepEqual(shown(found), ["changed: 1 | 0.5 -> 0.9", "removed: 2 | 0.6", "added: 4 | 0.1"]);
    deepEqual([found.same, found.changed, found.added, found.removed], [1, 1, 1, 1]);
    deepEqual(
      found.columns.map(({ changes }) => changes),
      [0, 1],
    );
    deepEqual(
      found.rows.map(({ left, right }) => [left, right]),
      [
        [0, 1],
        [1, null],
        [null, 2],
      ],
    );
  });

  it("are matched by place where no column does", () => {
    const found = diff("a,b x,1 x,1", "a,b x,1 y,1 x,3");
    equal(found.key, null);
    deepEqual(shown(found), ["changed: x -> y | 1", "added: x | 3"]);
  });

  it("are matched by the column that is asked for, alike rows in their order", () => {
    const found = diff("k,v a,1 a,2 b,3", "k,v a,1 b,4 a,5", "k");
    deepEqual(shown(found), ["changed: a | 2 -> 5", "changed: b | 3 -> 4"]);
    equal(diff("k,v a,1", "k,v a,1", "nothing").key, "k");
  });

  it("have columns that come and go, which change no row", () => {
    const found = diff("id,old,v 1,x,1 2,x,2", "id,v,new 1,1,y 2,3,y");
    deepEqual(
      found.columns.map(({ name, side }) => [name, side]),
      [
        ["id", "both"],
        ["old", "left"],
        ["v", "both"],
        ["new", "right"],
      ],
    );
    deepEqual(shown(found), ["changed: 2 | x | 2 -> 3 | y"]);
    equal(found.same, 1);
  });

  it("take numbers as numbers, and nothing as different from an empty text", () => {
    equal(diff("id,v 1,0.5 2,x", "id,v 1,0.50 2,x").same, 2);
    const left = readTable("l.json", '[{"id": 1, "v": null}]') ?? EMPTY;
    const right = readTable("r.json", '[{"id": 1, "v": ""}]') ?? EMPTY;
    equal(tableDiff(left, right, null).changed, 1);
  });

  it("are bounded", () => {
    const long = (v: number): DataTable => ({
      columns: ["id", "v"],
      rows: Array.from({ length: 1500 }, (_, i) => [String(i), `${v}`.repeat(2000)]),
      isCut: v === 1,
    });
    const found = tableDiff(long(1), long(2), null);
    deepEqual([found.rows.length, found.hidden, found.changed, found.isCut], [1000, 500, 1500, true]);
    equal(found.rows[0]?.cells[1]?.left?.length, 1001);
  });

  const cell = fc.constantFrom("", "a", "b", "1", "1.0", "2");
  const anyTable = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom("id", "a", "b", "c")),
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 })),
    )
    .map(
      ([columns, rows]): DataTable => ({
        columns,
        rows: rows.map((row) => row.slice(0, columns.length)),
        isCut: false,
      }),
    );

  it("account for every row once, and tell no difference of a table from itself", () => {
    fc.assert(
      fc.property(anyTable, anyTable, fc.constantFrom(null, "id", "a"), (left, right, key) => {
        const { rows, same, changed, added, removed } = tableDiff(left, right, key);
        equal(same + changed + removed, left.rows.length);
        equal(same + changed + added, right.rows.length);
        equal(rows.length, changed + added + removed);
        const lefts = rows.flatMap((row) => row.left ?? []);
        equal(new Set(lefts).size, lefts.length);
        for (const { kind, cells } of rows)
          equal(
            kind === "changed",
            cells.some(({ differs }) => differs),
          );
        equal(tableDiff(left, left, key).rows.length, 0);
      }),
    );
  });

  it("say the same from the other side", () => {
    fc.assert(
      fc.property(anyTable, anyTable, fc.constantFrom(null, "id"), (left, right, key) => {
        const [there, back] = [tableDiff(left, right, key), tableDiff(right, left, key)];
        ok(there.key === back.key || there.key !== "id");
        if (there.key !== back.key) return;
        deepEqual(
          [there.same, there.changed, there.added, there.removed],
          [back.same, back.changed, back.removed, back.added],
        );
      }),
    );
  });
});

describe("the column to match rows by", () => {
  const guess = (left: string, right: string): string | null => guessKey(table(left), table(right));

  it("is called a key where one is, else the first from the left", () => {
    equal(guess("name,user_id a,1 b,2", "name,user_id a,1 b,2"), "name");
    equal(guess("text,row_id a,1 b,2", "text,row_id a,1 b,2"), "row_id");
    equal(guess("q,w a,1 b,2", "q,w a,1 b,2"), "q");
  });

  it("is none that repeats, is empty, is measured or is shared by too few", () => {
    equal(guess("id a a", "id a b"), null);
    equal(guess("id,v a,1 ,2", "id,v a,1 b,1"), null);
    equal(guess("score 0.51 0.62", "score 0.51 0.62"), null);
    equal(guess("id a b c", "id a x y"), null);
    equal(guess("id a b", "other a b"), null);
    equal(guess("id,id a,b c,d", "id,id a,b c,d"), null);
  });
});
