import { deepEqual } from "node:assert/strict";
import { FIRST_STATE } from "../../../../../src/protocol/compareState.ts";
import { restoreCompare } from "../../../../../src/webview/runs/compare/restore.ts";

describe("the choices kept for a comparison", () => {
  it("come back as they were", () => {
    const state = {
      ...FIRST_STATE,
      filter: "lr",
      order: { metric: "loss", descending: true },
      runsAsRows: true,
      value: "best" as const,
      tolerance: 0.01,
      goals: { rows: "max" as const },
    };
    deepEqual(restoreCompare(structuredClone(state)), state);
  });

  it("are those of the beginning where what was kept is something else", () => {
    for (const kept of [undefined, null, 1, [], { filter: 3, order: "loss", tolerance: 7, value: "mean", goals: 1 }]) {
      deepEqual(restoreCompare(kept), FIRST_STATE);
    }
  });

  it("lose what is not understood and nothing else", () => {
    deepEqual(restoreCompare({ filter: "lr", goals: { a: "min", b: "up" }, value: 1 }), {
      ...FIRST_STATE,
      filter: "lr",
      goals: { a: "min" },
    });
  });
});
