import { deepEqual } from "node:assert/strict";
import { scanRunLinks } from "../../../../src/core/files/dataset.ts";
import { drive, type Files } from "./memoryScan.ts";

const read = (files: Files) => drive(scanRunLinks("7", "7/run"), files).result;
const link = (type: string, id: string, more = "tags: {}\n") => `source_id: ${id}\nsource_type: ${type}\n${more}`;

describe("scanRunLinks", () => {
  it("reads datasets with their context, models read and models made", () => {
    const { datasets, modelInputs, modelOutputs, problems } = read({
      "7/run/inputs/a/meta.yaml": link("DATASET", "d1", "tags:\n  mlflow.data.context: training\n"),
      "7/run/inputs/b/meta.yaml": link("MODEL", "m-1"),
      "7/run/outputs/m-2/meta.yaml": link("RUN_OUTPUT", "m-2", "step: 3\n"),
      "7/datasets/d1/meta.yaml": "digest: '44'\nname: train\nschema: '{}'\nsource: '{}'\nsource_type: local\n",
    });
    deepEqual(problems, []);
    deepEqual(datasets, [
      {
        name: "train",
        digest: "44",
        sourceType: "local",
        source: "{}",
        schema: "{}",
        profile: null,
        tags: [{ key: "mlflow.data.context", value: "training" }],
      },
    ]);
    deepEqual([modelInputs, modelOutputs], [["m-1"], [{ modelId: "m-2", step: 3 }]]);
  });

  it("shows a dataset that is not there by its id, without a problem", () => {
    const { datasets, problems } = read({ "7/run/inputs/a/meta.yaml": link("DATASET", "gone") });
    deepEqual([datasets[0]?.name, problems], ["gone", []]);
  });

  it("never reads outside of the experiment's datasets", () => {
    const { datasets } = read({
      "7/run/inputs/a/meta.yaml": link("DATASET", "../../secret"),
      "7/run/inputs/b/meta.yaml": link("DATASET", ".."),
      "secret/meta.yaml": "name: secret\n",
      "7/datasets/../../secret/meta.yaml": "name: secret\n",
      "7/datasets/../meta.yaml": "name: secret\n",
    });
    deepEqual(
      datasets.map(({ name }) => name),
      ["..", "../../secret"],
    );
  });
});
