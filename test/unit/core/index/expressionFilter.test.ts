import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { decodePart, encodeTable, tableOf } from "../../../../src/core/index/codec.ts";
import { rowsWhere } from "../../../../src/core/index/expressionFilter.ts";
import { orderRowsBy, searchRows } from "../../../../src/core/index/searchRuns.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import type { DatasetInput, RunRecord } from "../../../../src/core/model/run.ts";
import { RUN_STATUSES } from "../../../../src/core/model/run.ts";
import type { Comparison, Dialect, Expression } from "../../../../src/core/query/expression.ts";
import { outcomeOf } from "../../../../src/core/query/fault.ts";
import { readOrderKey } from "../../../../src/core/query/orderKey.ts";
import { readExpression } from "../../../../src/core/query/readExpression.ts";
import { readFilter } from "../../../../src/core/query/readFilter.ts";
import { filterRuns, orderRuns } from "../../../../src/core/query/runs.ts";
import { record } from "../../../support/record.ts";

const TEXTS = ["", "a", "A", "ab", "a\nb", "ä", "Ä", "1", "10", "9", "\uffff", "😀", "null"];
const NUMBERS = [0, -0, 1, -1, 0.5, Number.NaN, Infinity, -Infinity, 1e300];

const words = fc.constantFrom(...TEXTS);
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom("a", "b"), value, { maxKeys: 2 });
const moment = fc.option(fc.constantFrom(0, 1000, 2000));

function dataset([name, digest, context]: readonly [string, string, string | null]): DatasetInput {
  const tags = context === null ? [] : [{ key: "mlflow.data.context", value: context }];
  return { name, digest, sourceType: "local", source: "{}", schema: null, profile: null, tags };
}

const runs: fc.Arbitrary<RunRecord[]> = fc
  .array(
    fc.record({
      params: sometimes(words),
      tags: sometimes(words),
      metrics: sometimes(fc.constantFrom(...NUMBERS)),
      datasets: fc.array(fc.tuple(words, words, fc.option(words)), { maxLength: 2 }),
      info: fc.record({
        name: fc.option(words.filter((name) => name !== "")),
        status: fc.constantFrom(...RUN_STATUSES),
        start: moment,
        end: moment,
        user: words,
        artifactUri: fc.constantFrom("", "file:///x/run0/artifacts", "s3://run1", "run"),
      }),
    }),
    { maxLength: 12 },
  )
  .map((specs) =>
    specs.map(({ datasets, info, ...texts }, i) => ({
      ...record({ folder: `run${i}`, ...info, ...texts }),
      datasets: datasets.map(dataset),
    })),
  );

const KEYS = {
  metric: ["a", "b", "c"],
  param: ["a", "b", "c"],
  tag: ["a", "b"],
  attribute: ["run_id", "run_name", "status", "start_time", "end_time", "user_id", "artifact_uri"],
  dataset: ["name", "digest", "context"],
} as const;

const comparison: fc.Arbitrary<Comparison> = fc
  .constantFrom("metric", "param", "tag", "attribute", "dataset")
  .chain((entity) =>
    fc.record({
      entity: fc.constant(entity),
      key: fc.constantFrom(...KEYS[entity]),
      comparator: fc.constantFrom(
        "=",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "LIKE",
        "ILIKE",
        "IN",
        "NOT IN",
        "IS NULL",
        "IS NOT NULL",
      ),
      value: fc.oneof(
        words,
        fc.constantFrom("run1", "FAILED", "%a%", "%run_/art%", "_"),
        fc.constantFrom(...NUMBERS, 1000),
        fc.array(words),
      ),
    }),
  )
  .map(({ value, ...asked }) => {
    const place = { from: 0, to: 0 };
    // Only these may be asked for being null.
    const mayBeNull = asked.entity === "param" || asked.entity === "tag";
    const isNull = asked.comparator.endsWith("NULL") && mayBeNull;
    const comparator = asked.comparator.endsWith("NULL") && !mayBeNull ? "=" : asked.comparator;
    return {
      kind: "comparison",
      ...place,
      ...asked,
      comparator,
      value: isNull ? null : value,
      written: "",
      keyPlace: place,
      comparatorPlace: place,
      fault: null,
    };
  });

const expression: fc.Arbitrary<Expression> = fc.letrec<{ all: Expression }>((tie) => ({
  all: fc.oneof(
    { depthSize: "small" },
    comparison,
    fc.record({ kind: fc.constantFrom("and", "or"), parts: fc.array(tie("all"), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant("not" as const), part: tie("all") }),
  ),
})).all;

function tableOfRuns(all: readonly RunRecord[]): { table: RunTable; rows: Int32Array } {
  const table = new RunTable();
  return { table, rows: Int32Array.from(all, (run) => table.put(run)) };
}

const dialects = fc.constantFrom<Dialect[]>("file", "sqlite");

describe("expressions asked of the index", () => {
  it("find what they find asked of the runs themselves, and what the definition says", () => {
    fc.assert(
      fc.property(runs, expression, dialects, (all, asked, dialect) => {
        const { table, rows } = tableOfRuns(all);
        const found = Array.from(rowsWhere(table, rows, asked, dialect), (row) => `run${row}`);
        deepEqual(
          found,
          filterRuns(all, asked, dialect).map(({ info }) => info.id),
        );
        deepEqual(
          found,
          all.filter((run) => holds(run, asked, dialect)).map(({ info }) => info.id),
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("find the same after the table was written and read again", () => {
    fc.assert(
      fc.property(runs, expression, (all, asked) => {
        const { table, rows } = tableOfRuns(all);
        const part = decodePart(encodeTable(table, null));
        const again = part && tableOf(part);
        deepEqual(again && rowsWhere(again, rows, asked, "file"), rowsWhere(table, rows, asked, "file"));
      }),
      { numRuns: 300 },
    );
  });

  it("refuse a wrong comparator only when it comes to be asked", () => {
    const { table, rows } = tableOfRuns([record({ folder: "a", params: { x: "1" } })]);
    const ask = (filter: string) => outcomeOf(() => rowsWhere(table, rows, readFilter(filter, "runs"), "file").length);
    deepEqual(ask("params.x = '2' AND params.x > 'a'"), { ok: true, value: 0 });
    equal(ask("params.x = '1' AND params.x > 'a'").ok, false);
    equal(ask("params.x > 'a' AND params.x = '2'").ok, false);
  });

  it("ask a database for a run's name by its tag, as MLflow does", () => {
    const all = [
      record({ folder: "run0", name: "a", tags: { "mlflow.runName": "b" } }),
      record({ folder: "run1", name: "b" }),
    ];
    const { table, rows } = tableOfRuns(all);
    const found = (filter: string, dialect: Dialect) =>
      Array.from(rowsWhere(table, rows, readFilter(filter, "runs"), dialect), (row) => `run${row}`);
    deepEqual([found("run_name = 'b'", "file"), found("run_name = 'b'", "sqlite")], [["run1"], ["run0"]]);
    deepEqual([found("run_name != 'x'", "file"), found("run_name != 'x'", "sqlite")], [["run0", "run1"], ["run0"]]);
  });

  it("look into texts that the index cuts as far as it keeps them, and name them as a whole", () => {
    const long = "x".repeat(3000);
    const { table, rows } = tableOfRuns([record({ folder: "a", params: { long } })]);
    const count = (asked: string) => rowsWhere(table, rows, readExpression(`params.long ${asked}`, 0), "file").length;
    deepEqual([count(`= '${long}'`), count(`= '${"x".repeat(2000)}y'`), count(`= '${"x".repeat(2000)}'`)], [1, 0, 0]);
    deepEqual([count(`!= '${long}'`), count(`!= '${"x".repeat(2000)}'`), count("LIKE 'xxx%'")], [0, 1, 1]);
  });

  it("keep a run's artifact URI whole, whatever its id", () => {
    const uris = ["", "file:///m/$&/artifacts", "no id at all"];
    const table = new RunTable();
    for (const [i, artifactUri] of uris.entries())
      table.put(record({ folder: `${i}`, id: i === 1 ? "$&" : `${i}`, artifactUri }));
    deepEqual(
      uris.map((_, row) => table.artifactUri(row)),
      uris,
    );
  });
});

describe("orderings asked of the index", () => {
  const key = fc
    .constantFrom("metrics.a", "metrics.b", "params.a", "tags.b", ...KEYS.attribute)
    .chain((name) => fc.constantFrom(name, `${name} DESC`).map((written) => readOrderKey(written, "runs")));

  it("are those of the runs themselves", () => {
    fc.assert(
      fc.property(runs, fc.array(key, { maxLength: 3 }), (all, keys) => {
        const { table, rows } = tableOfRuns(all);
        const ordered = Array.from(orderRowsBy(table, rows, keys), (row) => `run${row}`);
        deepEqual(
          ordered,
          orderRuns(all, keys).map(({ info }) => info.id),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("come by pages that lead from one to the next and together are all", () => {
    const { table, rows } = tableOfRuns(Array.from({ length: 7 }, (_, i) => record({ folder: `r${i}`, start: i })));
    const found: number[] = [];
    let pageToken: string | null = null;
    do {
      const request = { filter: "", orderBy: ["start_time"], maxResults: 3, pageToken };
      const answer = searchRows(table, rows, request, "file");
      if (!answer.ok) throw new Error(answer.problem.reason);
      found.push(...answer.value.items);
      pageToken = answer.value.nextPageToken;
    } while (pageToken !== null);
    deepEqual(found, [0, 1, 2, 3, 4, 5, 6]);
  });
});

/** By the definition, one run at a time. */
function holds(run: RunRecord, asked: Expression, dialect: Dialect): boolean {
  if (asked.kind === "not") return !holds(run, asked.part, dialect);
  if (asked.kind === "and") return asked.parts.every((part) => holds(run, part, dialect));
  if (asked.kind === "or") return asked.parts.some((part) => holds(run, part, dialect));
  return filterRuns([run], asked, dialect).length === 1;
}
