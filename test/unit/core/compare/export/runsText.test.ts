import assert from "node:assert/strict";
import { runsText } from "../../../../../src/core/compare/export/runsText.ts";
import type { Cell, Column, TableFormat } from "../../../../../src/core/model/runsTable.ts";

const columns: readonly Column[] = [
  { kind: "attribute", key: "id" },
  { kind: "attribute", key: "label" },
  { kind: "attribute", key: "duration" },
  { kind: "metric", key: "rmse", value: "last" },
  { kind: "metric", key: "rmse", value: "best" },
  { kind: "param", key: "a,b" },
];
const rows: readonly (readonly Cell[])[] = [
  ["r1", "one", 61_000, 0.123456789, -0, 'x "y"'],
  ["r2", "| `two`", null, Number.NaN, 1, null],
];
const written = (format: TableFormat, some = rows) => [...runsText(format, { columns, rows: some })].join("");

describe("runs as text", () => {
  it("are CSV with every digit, under the names of MLflow's data frame", () => {
    assert.equal(
      written("csv"),
      [
        'run_id,label,duration,metrics.rmse,metrics:best.rmse,"params.a,b"',
        'r1,one,61000,0.123456789,-0,"x ""y"""',
        "r2,| `two`,,NaN,1,",
        "",
      ].join("\r\n"),
    );
  });

  it("are JSON, an object a run, without what it has not", () => {
    const [first, second] = JSON.parse(written("json"));
    assert.deepEqual(first, {
      run_id: "r1",
      label: "one",
      duration: 61_000,
      "metrics.rmse": 0.123456789,
      "metrics:best.rmse": -0,
      "params.a,b": 'x "y"',
    });
    assert.deepEqual(second, { run_id: "r2", label: "| `two`", "metrics.rmse": "NaN", "metrics:best.rmse": 1 });
    assert.deepEqual(JSON.parse(written("json", [])), []);
  });

  it("are Markdown for people, in which nothing of the data is Markdown", () => {
    const [head = "", rule = "", first = "", second = ""] = written("markdown").split("\n");
    assert.ok(head.startsWith("| `run_id` | `label` | `duration` |"));
    assert.equal(rule, "| --- | --- | ---: | ---: | ---: | --- |");
    assert.ok(first.startsWith("| `r1` | `one` | 1 min 1 s | 0.1235 |"), first);
    assert.ok(!second.includes("| `two`") && second.includes("&#124;"), second);
    assert.ok(second.includes("NaN"));
  });

  it("are one row each, whatever they hold", () => {
    const odd = [["r\n1", "\r", 1, 1, 1, "x\ny".repeat(500)]];
    assert.equal(written("markdown", odd).split("\n").length, 4);
    assert.equal(written("json", odd).trim().split("\n").length, 3);
  });
});
