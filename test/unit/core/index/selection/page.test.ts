import assert from "node:assert/strict";
import fc from "fast-check";
import type { TableContext } from "../../../../../src/core/index/columns/tableContext.ts";
import { runsAt, tablePage } from "../../../../../src/core/index/selection/page.ts";
import { Selection } from "../../../../../src/core/index/selection/selection.ts";
import type { RunRecord } from "../../../../../src/core/model/run.ts";
import type {
  Cell,
  CellStats,
  Column,
  ColumnOrder,
  RunAttribute,
  TableLine,
  TableRequest,
} from "../../../../../src/core/model/runsTable.ts";
import { anyRuns } from "../../../../support/anyRuns.ts";
import { record } from "../../../../support/record.ts";
import { tableContext, tableQuery } from "../../../../support/tableContext.ts";
import { Reference } from "./reference.ts";

const attribute = (key: RunAttribute): Column => ({ kind: "attribute", key });
const param = (key: string): Column => ({ kind: "param", key });
const metric = (key: string): Column => ({ kind: "metric", key, value: "last" });

const COLUMNS: readonly Column[] = [
  ...(["label", "id", "status", "start", "end", "duration", "user", "experiment", "parent", "problems"] as const).map(
    attribute,
  ),
  ...(["last", "best", "min", "max", "first", "count"] as const).flatMap((value) =>
    ["acc", "rmse", "other"].map((key): Column => ({ kind: "metric", key, value })),
  ),
  ...["lr", "depth", "model", "nobody's"].flatMap((key): Column[] => [param(key), { kind: "tag", key }]),
];

const request = (part: Partial<TableRequest> = {}): TableRequest => ({
  ...tableQuery(),
  grouping: null,
  open: [],
  columns: [],
  offset: 0,
  limit: 1000,
  ...part,
});

const pageOf = (context: TableContext, part: Partial<TableRequest> = {}) =>
  tablePage(context, new Selection(context, request(part)), request(part));

const runIds = (lines: readonly TableLine[]): string[] =>
  lines.flatMap((line) => (line.kind === "run" ? [line.row.id] : []));

function referenceOf(records: readonly RunRecord[], context: TableContext): Reference {
  const { lines } = pageOf(context);
  const labels = lines.map((line): [string, string] =>
    line.kind === "run" ? [line.row.id, line.row.label] : ["", ""],
  );
  return new Reference(records, new Map(labels));
}

const anyOrder: fc.Arbitrary<ColumnOrder[]> = fc.array(
  fc.record({ column: fc.constantFrom(...COLUMNS), descending: fc.boolean() }),
  { maxLength: 3 },
);

describe("a page of the runs table", () => {
  it("has the cells of the columns asked for", () => {
    fc.assert(
      fc.property(anyRuns, (records) => {
        const context = tableContext(records);
        const reference = referenceOf(records, context);
        for (const line of pageOf(context, { columns: COLUMNS }).lines) {
          if (line.kind !== "run") continue;
          const found = records.find(({ info }) => info.id === line.row.id);
          assert.ok(found);
          assert.deepEqual(
            line.cells,
            COLUMNS.map((column) => reference.cell(found, column)),
          );
        }
      }),
    );
  });

  it("is ordered by several columns: values, NaN, missing, then start and id", () => {
    fc.assert(
      fc.property(anyRuns, anyOrder, (records, order) => {
        const context = tableContext(records);
        const expected = referenceOf(records, context).ordered(records, order);
        assert.deepEqual(
          runIds(pageOf(context, { order }).lines),
          expected.map(({ info }) => info.id),
        );
      }),
    );
  });

  it("cuts its range out of the whole, grouped or not", () => {
    const anyGrouping = fc.constantFrom(null, { by: "day" } as const, { by: param("lr") }, { by: attribute("user") });
    const range = fc.nat(30);
    fc.assert(
      fc.property(anyRuns, anyGrouping, fc.boolean(), range, range, (records, grouping, isOpen, offset, limit) => {
        const context = tableContext(records);
        const closed = pageOf(context, { grouping });
        const open = isOpen ? closed.lines.flatMap((line) => (line.kind === "group" ? [line.key] : [])) : [];
        const whole = pageOf(context, { grouping, open });
        const part = pageOf(context, { grouping, open, offset, limit });
        assert.equal(whole.total, whole.lines.length);
        assert.equal(part.total, whole.total);
        assert.deepEqual(part.lines, whole.lines.slice(offset, offset + limit));
      }),
    );
  });

  it("counts the runs that match and those before the filter", () => {
    const context = tableContext([
      record({ folder: "a", name: "fox" }),
      record({ folder: "b", name: "owl" }),
      record({ folder: "c", name: "fox", lifecycle: "deleted" }),
    ]);
    const { total, runs, all } = pageOf(context, { filter: "fox" });
    assert.deepEqual([total, runs, all], [1, 1, 2]);
  });

  it("orders numbers in params as numbers, versions naturally, and None behind the numbers", () => {
    const texts = { n: ["1e-3", "10", "9", "0.5", "None"], v: ["v1.10.0", "v1.9.0", "v1.9", "v2", "v1.9.0-rc1"] };
    const records = [0, 1, 2, 3, 4].map((i) =>
      record({ folder: `r${i}`, params: { n: texts.n[i] ?? "", v: texts.v[i] ?? "" } }),
    );
    const context = tableContext(records);
    const inOrder = (key: string, descending: boolean) =>
      pageOf(context, { columns: [param(key)], order: [{ column: param(key), descending }] }).lines.map((line) =>
        line.kind === "run" ? line.cells[0] : null,
      );
    assert.deepEqual(inOrder("n", false), ["1e-3", "0.5", "9", "10", "None"]);
    assert.deepEqual(inOrder("n", true), ["10", "9", "0.5", "1e-3", "None"]);
    assert.deepEqual(inOrder("v", false), ["v1.9", "v1.9.0", "v1.9.0-rc1", "v1.10.0", "v2"]);
  });

  it("takes the seconds of very old stores for what they are", () => {
    const context = tableContext([record({ folder: "a", start: 1_500_000_000, end: 1_500_000_060 })]);
    const columns = (["start", "duration"] as const).map(attribute);
    const [line] = pageOf(context, { columns }).lines;
    assert.deepEqual(line?.cells, [1_500_000_000_000, 60_000]);
  });

  it("leaves ids that look like numbers to natural order, which loses no digit", () => {
    const ids = ["340552200834895539", "340552200834895538", "340552200834895540"];
    const context = tableContext(ids.map((id, i) => record({ folder: `r${i}`, params: { id } })));
    const order = [{ column: param("id"), descending: false }];
    assert.deepEqual(runIds(pageOf(context, { order }).lines), ["r1", "r0", "r2"]);
  });
});

describe("groups of the runs table", () => {
  const stats = (numbers: readonly (number | null)[]): CellStats => {
    const found = numbers.filter((number) => number !== null && !Number.isNaN(number)) as number[];
    const count = found.length;
    if (count === 0) return { count, mean: null, std: null, min: null, max: null };
    const mean = found.reduce((sum, number) => sum + number, 0) / count;
    const squares = found.reduce((sum, number) => sum + (number - mean) ** 2, 0);
    const orNull = (number: number): number | null => (Number.isNaN(number) ? null : number);
    return {
      count,
      mean: orNull(mean),
      std: count < 2 ? null : orNull(Math.sqrt(squares / (count - 1))),
      min: Math.min(...found),
      max: Math.max(...found),
    };
  };
  const near = (found: CellStats, expected: CellStats): void => {
    for (const key of ["count", "mean", "std", "min", "max"] as const) {
      const [a, b] = [found[key], expected[key]];
      if (a === null || b === null || a === b) assert.equal(a, b, key);
      else assert.ok(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a)), key);
    }
  };

  /** Statistics where the cells are numbers, else what all share. */
  const same = (found: CellStats | string | null, cells: readonly Cell[]): void => {
    if (typeof found === "object" && found !== null) near(found, stats(cells as (number | null)[]));
    else assert.equal(found, new Set(cells).size === 1 ? cells[0] : null);
  };

  it("hold each run once, with the statistics of their numbers and the texts that all share", () => {
    const small = anyRuns.map((records) =>
      records.map(
        (run): RunRecord => ({
          ...run,
          metrics: run.metrics.map((one) => ({ ...one, last: { ...one.last, value: Math.sign(one.last.value) * 3 } })),
        }),
      ),
    );
    const by = fc.constantFrom(
      attribute("user"),
      attribute("status"),
      attribute("experiment"),
      param("lr"),
      metric("acc"),
    );
    const columns = [metric("acc"), metric("rmse"), param("lr"), param("model"), attribute("start"), attribute("user")];
    fc.assert(
      fc.property(small, by, (records, column) => {
        const context = tableContext(records);
        const reference = referenceOf(records, context);
        const { lines } = pageOf(context, { grouping: { by: column }, columns });
        const expected = new Map<unknown, RunRecord[]>();
        for (const run of records) {
          const value = reference.cell(run, column);
          expected.set(value, [...(expected.get(value) ?? []), run]);
        }
        assert.equal(lines.length, expected.size);
        const cellsOf = (runs: readonly RunRecord[], asked: Column): Cell[] => {
          const all = reference.values(records, asked);
          return runs.map((run) => all[records.indexOf(run)] ?? null);
        };
        for (const line of lines) {
          assert.ok(line.kind === "group");
          const runs = expected.get(line.value) ?? [];
          assert.equal(line.runs, runs.length);
          for (const [i, asked] of columns.entries()) same(line.cells[i] ?? null, cellsOf(runs, asked));
        }
      }),
    );
  });

  const four = () =>
    tableContext([
      record({ folder: "a", params: { lr: "10" }, metrics: { acc: 0.5 }, start: Date.parse("2024-03-01T12:00") }),
      record({ folder: "b", params: { lr: "9" }, metrics: { acc: 0.9 }, start: Date.parse("2024-03-02T12:00") }),
      record({ folder: "c", params: { lr: "10" }, metrics: { acc: 0.9 }, start: Date.parse("2024-03-02T12:00") }),
      record({ folder: "d", params: {}, start: null }),
    ]);
  const values = (context: TableContext, part: Partial<TableRequest>) =>
    pageOf(context, part).lines.map((line) => (line.kind === "group" ? line.value : line.row.id));

  it("come by their values, those without one last", () => {
    assert.deepEqual(values(four(), { grouping: { by: param("lr") } }), ["9", "10", null]);
    const descending = [{ column: param("lr"), descending: true }];
    assert.deepEqual(values(four(), { grouping: { by: param("lr") }, order: descending }), ["10", "9", null]);
  });

  it("come by the mean of another column, where one is asked for", () => {
    const by = (descending: boolean) => ({
      grouping: { by: param("lr") },
      order: [{ column: metric("acc"), descending }],
    });
    assert.deepEqual(values(four(), by(false)), ["10", "9", null]);
    assert.deepEqual(values(four(), by(true)), ["9", "10", null]);
  });

  it("of days come newest first", () => {
    assert.deepEqual(values(four(), { grouping: { by: "day" } }), ["2024-03-02", "2024-03-01", null]);
  });

  it("open into the lines of their runs, in the order asked for", () => {
    const part = { grouping: { by: param("lr") }, order: [{ column: metric("acc"), descending: true }] };
    const key = pageOf(four(), part).lines.flatMap((line) =>
      line.kind === "group" && line.value === "10" ? [line.key] : [],
    );
    assert.deepEqual(values(four(), { ...part, open: key }), ["9", "10", "c", "a", null]);
  });

  it("by experiment or parent are told apart by folder and id, not by what they are called", () => {
    const context = {
      ...tableContext([record({ folder: "a", experiment: "1" }), record({ folder: "b", experiment: "2" })]),
      experimentName: () => "same",
    };
    const { lines } = pageOf(context, { grouping: { by: attribute("experiment") } });
    assert.equal(new Set(lines.map((line) => line.kind === "group" && line.key)).size, 2);
    assert.deepEqual(
      lines.map((line) => line.kind === "group" && line.value),
      ["same", "same"],
    );
  });
});

describe("runs of lines", () => {
  it("are those of the range, all of a closed group and none of an open one's heading", () => {
    const context = tableContext([
      record({ folder: "a", user: "x", start: 3 }),
      record({ folder: "b", user: "x", start: 2 }),
      record({ folder: "c", user: "y", start: 1 }),
    ]);
    const ask = (part: Partial<TableRequest>, most = 100) =>
      runsAt(context, new Selection(context, request(part)), request(part), most).map(({ run }) => run);
    const grouping = { by: attribute("user") };
    assert.deepEqual(ask({ offset: 1, limit: 2 }), ["b", "c"]);
    assert.deepEqual(ask({ grouping, limit: 1 }), ["a", "b"]);
    assert.deepEqual(ask({ grouping, open: ["= x"], limit: 2 }), ["a"]);
    assert.deepEqual(ask({ grouping }, 2), ["a", "b"]);
  });
});
