import { deepEqual, equal } from "node:assert/strict";
import type { RunSummary } from "../../../../src/core/verify/facts/runSummary.ts";
import { parentFindings } from "../../../../src/core/verify/structure/parent.ts";

function run(id: string, parent: string | null): RunSummary {
  return { ...{ experiment: "1", run: id, id, file: `1/${id}`, artifactUri: "" }, models: [], parent, deleted: false };
}

function found(...pairs: readonly (readonly [id: string, parent: string | null])[]): string[] {
  const runs = pairs.map(([id, parent]) => run(id, parent));
  return parentFindings(runs, ({ id }) => id).map(({ rule, file }) => `${rule.id} ${file}`);
}

describe("runs that name parents", () => {
  it("are told where the parent is not there, or they are their own ancestors", () => {
    deepEqual(found(["a", null], ["b", "a"], ["c", "gone"]), ["MLR130 c"]);
    deepEqual(found(["a", "a"]), ["MLR131 a"]);
    deepEqual(found(["a", "b"], ["b", "c"], ["c", "a"], ["d", "a"]), ["MLR131 a", "MLR131 b", "MLR131 c"]);
    deepEqual(found(["d", "a"], ["a", "b"], ["b", "a"]), ["MLR131 a", "MLR131 b"]);
  });

  it("are walked over once each, however long the chain", () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => [`r${i}`, i === 0 ? null : `r${i - 1}`] as const);
    equal(found(...chain).length, 0);
    equal(found(...chain.slice(1), ["r0", "r49999"]).length, 50_000);
  });
});
