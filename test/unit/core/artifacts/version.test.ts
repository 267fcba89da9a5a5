import { deepEqual } from "node:assert/strict";
import { versionPlaces } from "../../../../src/core/artifacts/version.ts";
import type { ModelVersion } from "../../../../src/core/model/registry.ts";

const RUN = "0123456789abcdef0123456789abcdef";

function version(source: string, storageLocation: string | null = null, modelId: string | null = null): ModelVersion {
  return {
    ...{ name: "churn", version: "1", created: null, updated: null, description: null, user: null, stage: "None" },
    ...{ source, storageLocation, runId: null, runLink: null, modelId, status: "READY", statusMessage: null },
    ...{ tags: [], aliases: [] },
  };
}

describe("versionPlaces", () => {
  it("goes to the logged model first, then to where it is stored", () => {
    const uri = `file:///C:/p/mlruns/1/models/m-${RUN}/artifacts`;
    deepEqual(versionPlaces(version(`models:/m-${RUN}`, uri, `m-${RUN}`)), [
      { owner: { kind: "model", id: `m-${RUN}` }, below: [], uri: null },
      { owner: { kind: "model", id: `m-${RUN}` }, below: [], uri },
    ]);
  });

  it("tells the run and the path below its artifacts", () => {
    const uri = `mlflow-artifacts:/42/${RUN}/artifacts/artifacts`;
    deepEqual(versionPlaces(version(uri, uri)), [{ owner: { kind: "run", id: RUN }, below: ["artifacts"], uri }]);
    deepEqual(versionPlaces(version(`runs:/${RUN}/a/b`)), [
      { owner: { kind: "run", id: RUN }, below: ["a", "b"], uri: null },
    ]);
  });

  it("keeps a path that names no run", () => {
    deepEqual(versionPlaces(version("models\\churn.pkl")), [{ owner: null, below: [], uri: "models\\churn.pkl" }]);
  });

  it("leaves out what names no files", () => {
    deepEqual(versionPlaces(version("models:/other/3", "ftps://x/y")), []);
    deepEqual(versionPlaces(version("")), []);
  });
});
