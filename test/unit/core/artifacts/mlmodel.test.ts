import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { readSignature } from "../../../../src/core/artifacts/mlmodel.ts";

const SKLEARN = `artifact_path: model
flavors:
  python_function:
    env:
      conda: conda.yaml
    loader_module: mlflow.sklearn
  sklearn:
    code: null
    sklearn_version: 1.7.2
mlflow_version: 3.4.0
signature:
  inputs: '[{"type": "double", "name": "DepHour", "required": true}, {"type": "long",
    "name": "IsWeekend", "required": false}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
  params: null
utc_time_created: '2025-10-25 10:24:00.455187'
`;

describe("readSignature", () => {
  it("reads flavours, columns and tensors", () => {
    deepEqual(readSignature(SKLEARN), {
      flavors: ["python_function", "sklearn"],
      inputs: [
        { name: "DepHour", type: "double" },
        { name: "IsWeekend", type: "long, optional" },
      ],
      outputs: [{ name: "", type: "tensor int64 (-1)" }],
    });
  });

  it("reads nested columns", () => {
    const inputs = JSON.stringify([
      { name: "tags", type: "array", items: { type: "string" } },
      {
        name: "user",
        type: "object",
        properties: { id: { type: "long" }, seen: { type: "map", values: { type: "boolean" } } },
      },
    ]);
    deepEqual(readSignature(JSON.stringify({ flavors: {}, signature: { inputs, outputs: null } }))?.inputs, [
      { name: "tags", type: "array of string" },
      { name: "user", type: "object {id: long, seen: map of boolean}" },
    ]);
  });

  it("answers an empty signature where MLmodel has none", () => {
    deepEqual(readSignature("flavors:\n  sklearn: {}\n"), { flavors: ["sklearn"], inputs: [], outputs: [] });
  });

  it("takes a signature that is no JSON for none", () => {
    deepEqual(readSignature("signature:\n  inputs: '[{'\n  outputs: '7'\n"), { flavors: [], inputs: [], outputs: [] });
  });

  for (const [what, text] of [
    ["an empty file", ""],
    ["a list", "- a\n"],
    ["conflict markers", "<<<<<<< HEAD\na: 1\n=======\n"],
    ["a Python object", "flavors: !!python/object/apply:os.system ['true']\n"],
    ["a JavaScript function", "flavors: !!js/function 'function () {}'\n"],
    ["nested brackets", "[".repeat(20_000)],
    ["a text over 1 MiB", `a: ${"x".repeat(1 << 20)}`],
  ] as const) {
    it(`answers null for ${what}`, () => equal(readSignature(text), null));
  }

  it("does not walk into shared references", () => {
    const lines = ["a0: &a0 [x, x]"];
    for (let i = 1; i < 30; i++) lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
    const started = performance.now();
    readSignature(lines.join("\n"));
    ok(performance.now() - started < 1000);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.json(), (text, json) => {
        readSignature(text);
        readSignature(JSON.stringify({ flavors: text, signature: { inputs: json, outputs: text } }));
      }),
    );
  });
});
