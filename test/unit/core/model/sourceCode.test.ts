import { deepEqual } from "node:assert/strict";
import { sourceCode } from "../../../../src/core/model/sourceCode.ts";

const tags = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, value]) => ({ key: `mlflow.source.git.${key}`, value }));

describe("the code that made a run", () => {
  it("is its commit, whether files differed from it, and how", () => {
    deepEqual(sourceCode(tags({ commit: "abc", dirty: "False" })), { commit: "abc", dirty: false, patch: "" });
    deepEqual(sourceCode(tags({ commit: "abc", dirty: "true" })), { commit: "abc", dirty: true, patch: "" });
    deepEqual(sourceCode(tags({ commit: "abc", diff: "--- a" })), { commit: "abc", dirty: true, patch: "--- a" });
  });

  it("is not known where nothing was logged", () => {
    deepEqual(sourceCode([]), { commit: "", dirty: null, patch: "" });
  });
});
