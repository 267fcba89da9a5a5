import assert from "node:assert/strict";
import fc from "fast-check";
import { familyOf } from "../../../../src/core/index/family.ts";
import { orderRows } from "../../../../src/core/index/order.ts";
import { Overviews } from "../../../../src/core/index/overview.ts";
import { groupRuns, type SelectContext, selectRuns } from "../../../../src/core/index/select.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import { TextSearch } from "../../../../src/core/index/textFilter.ts";
import { problem } from "../../../../src/core/model/problem.ts";
import type { RunRequest } from "../../../../src/core/model/views.ts";
import { type RecordSpec, record } from "../../../support/record.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");

function context(specs: readonly RecordSpec[]): SelectContext {
  const table = new RunTable();
  for (const spec of specs) table.put(record(spec));
  return {
    store: "/s",
    table,
    now: NOW,
    changed: () => null,
    overviews: new Overviews(table),
    search: new TextSearch(table.strings),
    dialect: "file",
    experiments: [...new Set(specs.map((spec) => spec.experiment ?? "0"))],
  };
}

function request(part: Partial<RunRequest> = {}): RunRequest {
  return {
    store: "/s",
    experiments: null,
    filter: "",
    lifecycle: "active",
    order: { by: "start", descending: true },
    grouping: "none",
    offset: 0,
    limit: 100,
    ...part,
  };
}

const folders = (of: SelectContext, part: Partial<RunRequest> = {}): string[] =>
  selectRuns(of, request(part)).rows.map((row) => row.ref.run);

describe("runs asked of the index", () => {
  it("come by start, newest first, those without a start last, ties by id", () => {
    const of = context([
      { folder: "b", start: 2 },
      { folder: "a", start: 2 },
      { folder: "none", start: null },
      { folder: "c", start: 3 },
    ]);
    assert.deepEqual(folders(of), ["c", "a", "b", "none"]);
    assert.deepEqual(folders(of, { order: { by: "start", descending: false } }), ["a", "b", "c", "none"]);
  });

  it("come by metric: values, then NaN, then missing, in both directions", () => {
    const of = context([
      { folder: "missing", metrics: {} },
      { folder: "nan", metrics: { m: Number.NaN } },
      { folder: "inf", metrics: { m: Number.POSITIVE_INFINITY } },
      { folder: "low", metrics: { m: -1 } },
    ]);
    const by = { metric: "m" };
    assert.deepEqual(folders(of, { order: { by, descending: false } }), ["low", "inf", "nan", "missing"]);
    assert.deepEqual(folders(of, { order: { by, descending: true } }), ["inf", "low", "nan", "missing"]);
  });

  it("are found by an expression, by words, or not at all where an expression has a mistake", () => {
    const of = context([
      { folder: "a", params: { lr: "0.1" }, metrics: { acc: 0.9 }, start: NOW - 1000 },
      { folder: "b", params: { lr: "0.2" }, name: "lr=0.1", start: NOW - 100_000_000 },
    ]);
    const found = (filter: string) => folders(of, { filter });
    assert.deepEqual(found("metrics.acc > 0.5 OR params.lr = '0.2'"), ["a", "b"]);
    assert.deepEqual(found("start_time > -1d"), ["a"]);
    assert.deepEqual(found("0.1"), ["a", "b"]);
    assert.deepEqual(found('"lr=0.1"'), ["b"]);
    assert.deepEqual(found("acc > 0.5"), []);
    assert.deepEqual(found("params.lr > '0'"), []);
  });

  it("are those with problems alone where that is asked", () => {
    const of = context([{ folder: "well", start: 2 }]);
    of.table.put({
      ...record({ folder: "ill", start: 1 }),
      problems: [problem("malformed", "0/ill/meta.yaml", "is cut")],
    });
    assert.deepEqual(folders(of), ["well", "ill"]);
    assert.deepEqual(folders(of, { onlyProblems: true }), ["ill"]);
    assert.deepEqual(folders(of, { onlyProblems: true, filter: "status = 'FAILED'" }), []);
  });

  it("come by name with numbers as numbers", () => {
    const of = context(["run-10", "Run-2", "run-1", null].map((name, i) => ({ folder: `f${i}`, name })));
    assert.deepEqual(folders(of, { order: { by: "name", descending: false } }), ["f2", "f1", "f0", "f3"]);
  });

  it("come by pages and by lifecycle", () => {
    const specs = Array.from({ length: 30 }, (_, i) => ({
      folder: `r${i}`,
      start: i,
      lifecycle: i % 3 ? ("active" as const) : ("deleted" as const),
    }));
    const of = context(specs);
    assert.deepEqual(folders(of, { offset: 2, limit: 3 }), ["r26", "r25", "r23"]);
    assert.equal(selectRuns(of, request({ lifecycle: "deleted" })).total, 10);
    assert.equal(selectRuns(of, request({ lifecycle: "all" })).total, 30);
  });

  it("are found by every word in name, id, params and tags, in any case, and nowhere else", () => {
    const of = context([
      { folder: "aa11", name: "Quiet-Fox", params: { lr: "0.1" }, tags: { team: "Größe" } },
      { folder: "bb22", user: "quiet", params: { model: "Forest" } },
    ]);
    assert.deepEqual(folders(of, { filter: "fox" }), ["aa11"]);
    assert.deepEqual(folders(of, { filter: "QUIET 0.1 größe" }), ["aa11"]);
    assert.deepEqual(folders(of, { filter: "model" }), ["bb22"]);
    assert.deepEqual(folders(of, { filter: "bb2" }), ["bb22"]);
    assert.deepEqual(folders(of, { filter: "fox forest" }), []);
  });

  it("agree with a search text by text", () => {
    const text = fc.string({ unit: fc.constantFrom(..."abAB İ\n1"), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(..."abi1"), minLength: 1, maxLength: 2 }),
        (values, word) => {
          const of = context(values.map((value, i) => ({ folder: `#${i}`, id: "#", params: { "-": value } })));
          const expected = values.flatMap((value, i) => (value.toLowerCase().includes(word) ? [`#${i}`] : []));
          assert.deepEqual(folders(of, { filter: word }).sort(), expected.sort());
        },
      ),
    );
  });

  it("are nested by parent, and nobody is lost in loops or without a parent", () => {
    const of = context([
      { folder: "p", start: 9 },
      { folder: "c1", start: 8, tags: { "mlflow.parentRunId": "p" } },
      { folder: "c2", start: 7, tags: { "mlflow.parentRunId": "p" }, lifecycle: "deleted" },
      { folder: "g", start: 6, tags: { "mlflow.parentRunId": "c1" } },
      { folder: "orphan", start: 5, tags: { "mlflow.parentRunId": "gone" } },
    ]);
    const roots = selectRuns(of, request({ grouping: "parent", parent: null }));
    assert.deepEqual(
      roots.rows.map((row) => [row.ref.run, row.children]),
      [
        ["p", 1],
        ["orphan", 0],
      ],
    );
    assert.deepEqual(folders(of, { grouping: "parent", parent: "p" }), ["c1"]);
    assert.deepEqual(folders(of, { grouping: "parent", parent: "c1" }), ["g"]);
    assert.deepEqual(folders(of, { grouping: "parent", parent: null, filter: "g" }), ["g", "orphan"]);
  });

  it("nest every row exactly once, whatever the parents", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 10 }), (parents) => {
        const rows = parents.map((_, i) => i);
        const { roots, children } = familyOf(
          rows,
          (row) => row,
          (row) => parents[row] ?? -1,
        );
        const seen: number[] = [];
        const walk = (row: number): void => {
          seen.push(row);
          for (const child of children.get(row) ?? []) walk(child);
        };
        for (const root of roots) walk(root);
        assert.deepEqual(
          seen.sort((a, b) => a - b),
          rows,
        );
      }),
    );
  });

  it("are grouped by status with live apart from unfinished, and by day", () => {
    const of = context([
      { folder: "live", status: "RUNNING", start: NOW - 60_000 },
      { folder: "old", status: "RUNNING", start: NOW - 86_400_000 },
      { folder: "ok", start: NOW },
      { folder: "bad", readable: false, start: null },
    ]);
    const groups = groupRuns(of, request(), "status").map(({ group, count }) => [group, count]);
    assert.deepEqual(groups, [
      ["live", 1],
      ["unfinished", 1],
      ["unreadable", 1],
      ["finished", 1],
    ]);
    assert.deepEqual(folders(of, { grouping: "status", group: "unfinished" }), ["old"]);
    assert.equal(groupRuns(of, request(), "day").length, 3);
  });

  it("carry a label, the primary metric with its best, and the params that tell them apart", () => {
    const of = context([
      { folder: "a".repeat(32), metrics: { "val/rmse": 2, loss: 1 }, params: { lr: "1", seed: "1", data: "x" } },
      { folder: "b".repeat(32), metrics: { "val/rmse": 1, loss: 1 }, params: { lr: "2", seed: "2", data: "x" } },
      { folder: "c".repeat(32), metrics: { "val/rmse": 3, loss: 1 }, params: { lr: "1", seed: "3", data: "x" } },
    ]);
    const { rows } = selectRuns(of, request({ order: { by: { metric: "val/rmse" }, descending: false } }));
    assert.deepEqual(
      rows.map((row) => row.label),
      ["lr=2, seed=2", "lr=1, seed=1", "lr=1, seed=3"],
    );
    assert.deepEqual(
      rows.map((row) => row.primary?.best),
      [true, false, false],
    );
    assert.deepEqual(rows[0]?.telling, []);
  });

  it("sort like a plain comparison", () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { maxLength: 40 }), fc.boolean(), (values, descending) => {
        const of = context(values.map((value, i) => ({ folder: String(i).padStart(3, "0"), metrics: { m: value } })));
        const rows = Int32Array.from(values, (_, i) => i);
        const ordered = orderRows(of.table, rows, { by: { metric: "m" }, descending });
        const real = [...rows].filter((row) => !Number.isNaN(values[row]));
        const sign = descending ? -1 : 1;
        const compare = (a: number, b: number): number => (a === b ? 0 : sign * (a < b ? -1 : 1));
        const expected = real
          .sort((a, b) => compare(values[a] ?? 0, values[b] ?? 0) || a - b)
          .concat([...rows].filter((row) => Number.isNaN(values[row])));
        assert.deepEqual([...ordered], expected);
      }),
    );
  });
});
