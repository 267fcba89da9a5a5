import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import fc from "fast-check";
import { decodePart, encodeTable, tableOf } from "../../../../src/core/index/codec.ts";
import { compact } from "../../../../src/core/index/compact.ts";
import { BEGINNING_KEPT, Dictionary, TEXT_KEPT } from "../../../../src/core/index/dictionary.ts";
import { rowsWhere } from "../../../../src/core/index/expressionFilter.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import type { RunRecord } from "../../../../src/core/model/run.ts";
import { readExpression } from "../../../../src/core/query/readExpression.ts";
import { record } from "../../../support/record.ts";

/** So few units that the first long text fills it. */
const TIGHT = 60;

const LONG = "x".repeat(TEXT_KEPT);

/** Texts that begin alike, around every length at which something is cut. */
const alike = fc
  .tuple(
    fc.constantFrom(0, 1, BEGINNING_KEPT - 1, BEGINNING_KEPT, TEXT_KEPT - 1, TEXT_KEPT, 3000),
    fc.string({ maxLength: 2 }),
  )
  .map(([length, end]) => "x".repeat(length) + end);

const runOf = (folder: string, model: string): RunRecord =>
  record({ folder, name: `name of ${folder}`, params: { model } });

function tableWith(records: readonly RunRecord[], most?: number): RunTable {
  const table = new RunTable(new Dictionary(most));
  for (const one of records) table.put(one);
  return table;
}

/** The same runs by the other ways into a table. */
function otherWays(table: RunTable, most?: number): RunTable[] {
  const part = decodePart(encodeTable(table, null));
  ok(part);
  const appended = new RunTable(new Dictionary(most));
  appended.append(part);
  return [tableOf(part), appended, compact(table)];
}

function found(table: RunTable, filter: string): string[] {
  const rows = Int32Array.from({ length: table.length }, (_, row) => row).filter((row) => table.alive.at(row) === 1);
  const answer = rowsWhere(table, rows, readExpression(filter, 0), "sqlite");
  return Array.from(answer, (row) => table.strings.text(table.rows.folder.at(row)));
}

describe("the texts of an index", () => {
  it("have one code each, in whatever order they come and however little is kept", () => {
    fc.assert(
      fc.property(fc.array(alike, { maxLength: 12 }), fc.constantFrom(TIGHT, undefined), (texts, most) => {
        const dictionary = new Dictionary(most);
        const codes = texts.map((text) => dictionary.value(text));
        deepEqual(
          texts.map((text) => dictionary.find(text)),
          codes,
        );
        equal(new Set(codes).size, new Set(texts).size);
        for (const [i, code] of codes.entries()) ok(texts[i]?.startsWith(dictionary.text(code)));
      }),
    );
  });

  it("are not found where only what is kept of them is alike", () => {
    const dictionary = new Dictionary();
    dictionary.value(`${LONG}a`);
    equal(dictionary.find(`${LONG}b`), -1);
    equal(dictionary.find(LONG), -1);
    notEqual(dictionary.find(`${LONG}a`), -1);
  });

  it("are kept by their beginning once there is too much of them, and nothing but params and tags is", () => {
    const many = Array.from({ length: 50 }, (_, i) => runOf(`run${i}-${"r".repeat(40)}`, `${"v".repeat(100)}${i}`));
    const table = tableWith(many, 1000);
    ok(table.strings.isFull);
    const texts = table.strings.texts();
    ok(texts.reduce((sum, text) => sum + text.length, 0) < 1000 + 50 * (BEGINNING_KEPT + 110));
    for (const one of many) {
      const row = table.rowOf("0", one.info.folder);
      equal(table.strings.text(table.rows.name.at(row)), one.info.name);
    }
  });

  it("are told apart as whole by =, != and IN, out of threads, snapshots and a store with too much text too", () => {
    const runs = [runOf("a", `${LONG}1`), runOf("b", `${LONG}2`), runOf("c", LONG), runOf("d", `${LONG}1`)];
    for (const most of [undefined, TIGHT]) {
      const table = tableWith(runs, most);
      for (const one of [table, ...otherWays(table, most)]) {
        deepEqual(found(one, `params.model = '${LONG}1'`), ["a", "d"]);
        deepEqual(found(one, `params.model = '${LONG}'`), ["c"]);
        deepEqual(found(one, `params.model != '${LONG}1'`), ["b", "c"]);
        deepEqual(found(one, `params.model = '${LONG}3'`), []);
      }
    }
  });

  it("do not grow when the same runs are read again", () => {
    const runs = [runOf("a", `${LONG}1`), runOf("b", `${LONG}2`)];
    const table = tableWith(runs, TIGHT);
    const { size } = table.strings;
    for (const one of runs) table.put(one);
    const part = decodePart(encodeTable(table, null));
    ok(part);
    table.append(part);
    equal(table.strings.size, size);
  });
});
