import assert from "node:assert/strict";
import { readConfigured } from "../../../../src/editor/stores/configured.ts";

describe("readConfigured", () => {
  const cases: [string, ReturnType<typeof readConfigured>][] = [
    ["runs/mlruns", { kind: "path", path: "runs/mlruns" }],
    ["/data/mlflow.db", { kind: "sqlite", path: "/data/mlflow.db" }],
    ["sqlite:///mlflow.db", { kind: "sqlite", path: "mlflow.db" }],
    ["sqlite:////data/mlflow.db", { kind: "sqlite", path: "/data/mlflow.db" }],
    ["sqlite:///C:/data/mlflow.db", { kind: "sqlite", path: "C:/data/mlflow.db" }],
    ["file:///data/my%20runs", { kind: "path", path: "/data/my runs" }],
    ["file:///C:/runs", { kind: "path", path: "C:/runs" }],
    ["C:\\runs\\mlruns", { kind: "path", path: "C:\\runs\\mlruns" }],
    ["http://host:5000", null],
    ["postgresql://u@h/db", null],
    ["  ", null],
  ];
  for (const [entry, expected] of cases) {
    it(`reads ${JSON.stringify(entry)}`, () => assert.deepEqual(readConfigured(entry), expected));
  }
});
