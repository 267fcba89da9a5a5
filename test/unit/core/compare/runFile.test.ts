import { deepEqual } from "node:assert/strict";
import { haveEqualSizes, ownedFile } from "../../../../src/core/compare/runFile.ts";

const ref = { store: "/s", experiment: "0", run: "r" };

describe("a run's file", () => {
  it("lies among the run's own, or among those of a model it made", () => {
    deepEqual(ownedFile({ run: 0, size: 1, path: "a" }, ref), { owner: { kind: "run", ref }, path: "a" });
    deepEqual(ownedFile({ run: 0, size: 1, path: "MLmodel", model: "m-1" }, ref), {
      owner: { kind: "model", store: "/s", modelId: "m-1" },
      path: "MLmodel",
    });
  });

  it("needs its bytes read only where another has its size", () => {
    const files = (...sizes: readonly number[]) => sizes.map((size, run) => ({ run, size, path: "a" }));
    deepEqual([files(), files(1), files(1, 2), files(1, 2, 1)].map(haveEqualSizes), [false, false, false, true]);
  });
});
