import assert from "node:assert/strict";
import { keysOfRows } from "../../../../src/core/index/runKeys.ts";
import { RunTable } from "../../../../src/core/index/table.ts";
import type { DatasetInput } from "../../../../src/core/model/run.ts";
import { type RecordSpec, record } from "../../../support/record.ts";

function keysOf(specs: readonly RecordSpec[]) {
  const table = new RunTable();
  const rows = specs.map((spec) => table.put(record(spec)));
  return keysOfRows(table, [Int32Array.from(rows.slice(0, 1)), Int32Array.from(rows.slice(1))]);
}

describe("keys of runs", () => {
  it("are counted over all parts, most frequent first, with their frequent values", () => {
    const keys = keysOf([
      { folder: "a", params: { lr: "0.1", seed: "1" }, metrics: { acc: 1 } },
      { folder: "b", params: { lr: "0.2", seed: "2" }, metrics: { acc: 1, loss: 2 } },
      { folder: "c", params: { lr: "0.2" }, tags: { owner: "ann" }, status: "FAILED", end: 7 },
    ]);
    assert.deepEqual(keys.params, [
      {
        key: "lr",
        runs: 3,
        values: [
          { value: "0.2", runs: 2 },
          { value: "0.1", runs: 1 },
        ],
      },
      {
        key: "seed",
        runs: 2,
        values: [
          { value: "1", runs: 1 },
          { value: "2", runs: 1 },
        ],
      },
    ]);
    assert.deepEqual(
      keys.metrics.map(({ key, runs }) => [key, runs]),
      [
        ["acc", 2],
        ["loss", 1],
      ],
    );
    assert.deepEqual(keys.tags, [{ key: "owner", runs: 1, values: [{ value: "ann", runs: 1 }] }]);
  });

  it("name the attributes that any run has", () => {
    const keys = keysOf([
      { folder: "a", status: "FAILED", name: "one" },
      { folder: "b", start: null },
    ]);
    assert.deepEqual(
      keys.attributes.map(({ key, runs }) => [key, runs]),
      [
        ["run_id", 2],
        ["run_name", 1],
        ["status", 2],
        ["start_time", 1],
        ["user_id", 2],
      ],
    );
    const status = keys.attributes.find(({ key }) => key === "status");
    assert.deepEqual(status?.values, [
      { value: "FINISHED", runs: 1 },
      { value: "FAILED", runs: 1 },
    ]);
  });

  it("name what datasets are asked by, each run counted once", () => {
    const input = (name: string, context: string | null): DatasetInput => ({
      ...{ name, digest: "d", sourceType: "local", source: "{}", schema: null, profile: null },
      tags: context === null ? [] : [{ key: "mlflow.data.context", value: context }],
    });
    const table = new RunTable();
    const rows = [[input("a", "eval"), input("a", null)], [input("b", null)], []].map((datasets, i) =>
      table.put({ ...record({ folder: `r${i}` }), datasets }),
    );
    assert.deepEqual(
      keysOfRows(table, [Int32Array.from(rows)]).datasets.map(({ key, runs, values }) => [key, runs, values.length]),
      [
        ["name", 2, 2],
        ["digest", 2, 1],
        ["context", 1, 1],
      ],
    );
  });

  it("are bounded: at most 20 values, none longer than 200", () => {
    const specs = Array.from({ length: 30 }, (_, i) => ({
      folder: `r${i}`,
      params: { seed: String(i), note: "x".repeat(201) },
    }));
    const [note, seed] = keysOf(specs).params;
    assert.deepEqual(note, { key: "note", runs: 30, values: [] });
    assert.equal(seed?.values.length, 20);
  });
});
