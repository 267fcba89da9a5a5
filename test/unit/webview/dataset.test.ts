import { deepStrictEqual } from "node:assert";
import type { DatasetInput } from "../../../src/core/model/run.ts";
import { datasetFacts } from "../../../src/webview/run/datasetFacts.ts";

const dataset: DatasetInput = {
  name: "d",
  digest: "1",
  sourceType: "local",
  source: '{"uri": "data/a.csv"}',
  schema: '{"mlflow_colspec": [{"type": "long", "name": "age"}, 3]}',
  profile: '{"num_rows": 12}',
  tags: [{ key: "mlflow.data.context", value: "training" }],
};

describe("datasetFacts", () => {
  it("reads what MLflow writes", () => {
    deepStrictEqual(datasetFacts(dataset), {
      context: "training",
      rows: 12,
      columns: [
        { name: "age", type: "long" },
        { name: "", type: "" },
      ],
      source: "data/a.csv",
    });
  });

  it("shows the text where it is not the JSON expected", () => {
    const facts = datasetFacts({ ...dataset, source: "{half", schema: "[]", profile: '"no"', tags: [] });
    deepStrictEqual(facts, { context: null, rows: null, columns: [], source: "{half" });
  });
});
