import { deepEqual, equal } from "node:assert/strict";
import { comparedList } from "../../../../src/core/compare/comparedList.ts";
import { comparedDatasets } from "../../../../src/core/compare/datasets.ts";
import { comparedModels, type ReadModel } from "../../../../src/core/compare/models.ts";
import type { ComparedList } from "../../../../src/core/model/comparedParts.ts";
import type { DatasetInput } from "../../../../src/core/model/run.ts";

const shown = ({ rows }: ComparedList): string[] =>
  rows.map(
    ({ key, values, differs }) => `${key}: ${values.map((value) => value ?? "-").join(" | ")}${differs ? " !" : ""}`,
  );

const list = (entries: Readonly<Record<string, string>>) =>
  Object.entries(entries).map(([key, value]) => ({ key, value }));

describe("lists side by side", () => {
  it("keep the order in which keys come up, and say what differs", () => {
    deepEqual(shown(comparedList([list({ b: "1", a: "2" }), list({ a: "2", c: "3" })])), [
      "b: 1 | - !",
      "a: 2 | 2",
      "c: - | 3 !",
    ]);
  });

  it("take what comes up twice as two", () => {
    const twice = [...list({ a: "1" }), ...list({ a: "2" })];
    deepEqual(shown(comparedList([twice, list({ a: "1" })])), ["a: 1 | 1", "a: 2 | - !"]);
  });

  it("have nothing of a run that has none", () => {
    deepEqual(shown(comparedList([null, list({ a: "1" })])), ["a: - | 1 !"]);
  });

  it("are bounded, and then hold what differs", () => {
    const long = Array.from({ length: 3000 }, (_, i) => ({ key: `k${i}`, value: "1" }));
    const other = long.map(({ key }, i) => ({ key, value: i === 2999 ? "2" : "1" }));
    const { rows, hidden } = comparedList([long, other]);
    deepEqual([rows.length, hidden, rows.at(-1)?.key], [2000, 1000, "k2999"]);
  });
});

describe("datasets side by side", () => {
  const input = (name: string, digest: string, context: string, more: Partial<DatasetInput> = {}): DatasetInput => ({
    ...{ name, digest, sourceType: "local", source: '{"uri": "train.csv"}', schema: null, profile: null },
    tags: context === "" ? [] : [{ key: "mlflow.data.context", value: context }],
    ...more,
  });
  const schema = (columns: Readonly<Record<string, string>>): string =>
    JSON.stringify({ mlflow_colspec: Object.entries(columns).map(([name, type]) => ({ name, type, required: true })) });

  it("are the same where name and use are", () => {
    const rows = comparedDatasets([
      [input("churn", "a1", "training"), input("churn", "b1", "eval")],
      [input("churn", "a2", "training"), input("other", "c1", "")],
    ]);
    deepEqual(
      rows.map(({ name, context, values, differs }) => [
        name,
        context,
        values.map((value) => value?.digest ?? null),
        differs,
      ]),
      [
        ["churn", "training", ["a1", "a2"], true],
        ["churn", "eval", ["b1", null], true],
        ["other", "", [null, "c1"], true],
      ],
    );
  });

  it("say which columns differ, and how many rows there are", () => {
    const [row] = comparedDatasets([
      [
        input("churn", "a1", "", {
          schema: schema({ age: "long", city: "string" }),
          profile: '{"num_rows": 500, "num_elements": 1}',
        }),
      ],
      [input("churn", "a2", "", { schema: schema({ age: "double", city: "string", zip: "string" }) })],
    ]);
    deepEqual(row && shown(row.columns), ["age: long | double !", "city: string | string", "zip: - | string !"]);
    deepEqual(
      row?.values.map((value) => value?.rows),
      [500, null],
    );
  });

  it("have no columns to tell where digests are equal, or schemas are something else", () => {
    const same = comparedDatasets([[input("a", "1", "", { schema: schema({ x: "long" }) })], [input("a", "1", "")]]);
    deepEqual([same[0]?.differs, same[0]?.columns.rows], [false, []]);
    const odd = comparedDatasets([
      [input("a", "1", "", { schema: "[" })],
      [input("a", "2", "", { schema: '{"x": 1}' })],
    ]);
    deepEqual(odd[0]?.columns.rows, []);
  });

  it("read the tensors of a NumPy dataset", () => {
    const tensors = (size: string): string =>
      JSON.stringify({
        mlflow_tensorspec: {
          features: `[{"type": "tensor", "tensor-spec": {"dtype": "${size}", "shape": [-1, 3]}}]`,
          targets: null,
        },
      });
    const [row] = comparedDatasets([
      [input("a", "1", "", { schema: tensors("float32") })],
      [input("a", "2", "", { schema: tensors("float64") })],
    ]);
    deepEqual(row && shown(row.columns), ["features: tensor float32 (-1, 3) | tensor float64 (-1, 3) !"]);
  });
});

describe("models side by side", () => {
  const model = (
    name: string,
    packages: Readonly<Record<string, string>>,
    more: Partial<ReadModel> = {},
  ): ReadModel => ({
    name,
    facts: list({ type: "sklearn", status: "" }),
    signature: { inputs: [{ name: "x", type: "double" }], outputs: [{ name: "", type: "long" }], flavors: ["sklearn"] },
    environment: { python: "3.11.4", packages: Object.entries(packages).map(([name, version]) => ({ name, version })) },
    reason: null,
    ...more,
  });

  it("are one row where no run has two, whatever they are called", () => {
    const [row, ...others] = comparedModels([
      [model("forest", { numpy: "1.26" })],
      [],
      [model("boost", { numpy: "2.0", xgboost: "2" })],
    ]);
    equal(others.length, 0);
    equal(row?.name, "forest, boost");
    deepEqual(row && shown(row.packages), [
      "python: 3.11.4 | - | 3.11.4 !",
      "numpy: 1.26 | - | 2.0 !",
      "xgboost: - | - | 2 !",
    ]);
    deepEqual(row && shown(row.facts), [
      "name: forest | - | boost !",
      "type: sklearn | - | sklearn !",
      "flavors: sklearn | - | sklearn !",
    ]);
    deepEqual(row && shown(row.outputs), ["#1: long | - | long !"]);
  });

  it("are matched by name where a run has several, the last logged of a name", () => {
    const rows = comparedModels([
      [model("a", { p: "1" }), model("b", { p: "1" }), model("a", { p: "2" })],
      [model("a", { p: "3" })],
    ]);
    deepEqual(
      rows.map(({ name, packages }) => [name, packages.rows.find(({ key }) => key === "p")?.values]),
      [
        ["a", ["2", "3"]],
        ["b", ["1", null]],
      ],
    );
  });

  it("say why there is nothing to read", () => {
    const [row] = comparedModels([
      [model("a", {}, { reason: "It is elsewhere.", signature: null, environment: null })],
      [model("a", {})],
    ]);
    deepEqual(row?.reasons, ["It is elsewhere.", null]);
    deepEqual(row && shown(row.inputs), ["x: - | double !"]);
  });

  it("are none where no run has any", () => deepEqual(comparedModels([[], []]), []));
});
