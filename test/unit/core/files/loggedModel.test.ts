import { deepEqual, equal } from "node:assert/strict";
import { scanLoggedModels } from "../../../../src/core/files/loggedModel.ts";
import { parseModelMetric } from "../../../../src/core/files/loggedModelMetric.ts";
import type { Problem } from "../../../../src/core/model/problem.ts";
import { drive, type Files } from "./memoryScan.ts";

const META = `artifact_location: file:///x/models/m-1/artifacts
creation_timestamp: 1700000000000
experiment_id: '7'
last_updated_timestamp: 1700000000001
model_id: m-1
model_type: null
name: classifier
source_run_id: abc
status: 2
status_message: null
`;

const read = (files: Files, ids: readonly string[], experimentDeleted = false) =>
  drive(scanLoggedModels({ experiment: "7", experimentDeleted, ids }), files).result;

describe("scanLoggedModels", () => {
  it("reads metadata, params, tags and metrics", () => {
    const { models, problems } = read(
      {
        "7/models/m-1/meta.yaml": META,
        "7/models/m-1/params/depth": "3",
        "7/models/m-1/tags/a b": "",
        "7/models/m-1/metrics/val/loss": "1 0.7 3 abc\n",
      },
      ["m-1"],
    );
    deepEqual(problems, []);
    deepEqual(models, [
      {
        experiment: "7",
        id: "m-1",
        experimentId: "7",
        name: "classifier",
        sourceRunId: "abc",
        status: "READY",
        statusMessage: null,
        modelType: null,
        artifactLocation: "file:///x/models/m-1/artifacts",
        lifecycle: "active",
        created: 1700000000000,
        updated: 1700000000001,
        params: [{ key: "depth", value: "3" }],
        tags: [{ key: "a b", value: "" }],
        metrics: [
          { key: "val/loss", value: 0.7, timestamp: 1, step: 3, runId: "abc", datasetName: null, datasetDigest: null },
        ],
      },
    ]);
  });

  it("counts a model as deleted where it says so or where its experiment is", () => {
    const files = { "7/models/m-1/meta.yaml": `${META}lifecycle_stage: deleted\n`, "7/models/m-2/meta.yaml": META };
    const lifecycles = (deleted: boolean) => read(files, ["m-1", "m-2"], deleted).models.map((one) => one.lifecycle);
    deepEqual(lifecycles(false), ["deleted", "active"]);
    deepEqual(lifecycles(true), ["deleted", "deleted"]);
  });

  it("lists a model without its metadata by its folder, with a problem", () => {
    const { models, problems } = read({ "7/models/m-1/artifacts/MLmodel": "x", "7/models/m-2/meta.yaml": META }, [
      "m-1",
      "m-2",
    ]);
    deepEqual(
      models.map(({ id, name, status }) => [id, name, status]),
      [
        ["m-1", "m-1", "PENDING"],
        ["m-1", "classifier", "READY"],
      ],
    );
    deepEqual(
      problems.map(({ code, file }) => [code, file]),
      [["missing", "7/models/m-1/meta.yaml"]],
    );
  });
});

describe("parseModelMetric", () => {
  const parse = (text: string) => {
    const problems: Problem[] = [];
    return { metrics: parseModelMetric("acc", "f", text, problems), problems };
  };

  it("keeps the last of each dataset by step, time and value", () => {
    const { metrics, problems } = parse(
      "5 0.1 2 r\n9 0.9 1 r\n1 0.3 1 r train abc\n1 0.5 1 r train abc\n1 0.4 1 r test d\n",
    );
    deepEqual(problems, []);
    deepEqual(
      metrics.map(({ value, step, datasetName, datasetDigest }) => [value, step, datasetName, datasetDigest]),
      [
        [0.1, 2, null, null],
        [0.5, 1, "train", "abc"],
        [0.4, 1, "test", "d"],
      ],
    );
  });

  it("reads a dataset's name with spaces, CRLF, and what Python calls a number", () => {
    const { metrics } = parse("1 nan 0 r my data set abc\r\n2 -inf 0 r\r\n");
    deepEqual(
      metrics.map(({ value, datasetName }) => [value, datasetName]),
      [
        [Number.NaN, "my data set"],
        [Number.NEGATIVE_INFINITY, null],
      ],
    );
  });

  it("says which lines it cannot read and reads the rest", () => {
    const { metrics, problems } = parse("1 0.5 0 r\nx 0.5 0 r\n\n");
    equal(metrics.length, 1);
    deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ["metric-line", 2],
        ["metric-line", 3],
      ],
    );
    deepEqual(
      parse("").problems.map(({ code }) => code),
      ["empty"],
    );
  });
});
