import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { pickModels, pickRuns } from "../../../../src/core/compare/pickRuns.ts";
import type { Comparison } from "../../../../src/core/model/views.ts";
import { comparisonOf, type Given } from "./given.ts";

const GIVEN: readonly Given[] = [
  { label: "A", metrics: { loss: 1 }, params: { lr: 0.1, seed: 1 }, dataset: "d1", took: 4 },
  { label: "B", metrics: { loss: 2, auc: 0.5 }, params: { lr: 0.1 }, status: "failed" },
  { label: "C", metrics: { loss: 3 }, params: { lr: 0.2 }, tags: { stage: "x" }, dataset: "d1" },
];
const all = comparisonOf(GIVEN);
const refs = all.runs.map(({ ref }) => ref);

describe("the comparison of some of its runs", () => {
  it("is what those runs alone compare to", () => {
    fc.assert(
      fc.property(fc.subarray([0, 1, 2]), fc.boolean(), (subset, isReversed) => {
        const places = isReversed ? subset.toReversed() : subset;
        deepEqual(
          inShort(pickRuns(all, pick(refs, places), null)),
          inShort({ ...comparisonOf(pick(GIVEN, places)), baseline: places.length > 0 ? 0 : null }),
        );
      }),
    );
  });

  it("has the baseline where it is among them, else the first", () => {
    const [a, b, c] = refs;
    if (!a || !b || !c) throw new Error("three runs");
    equal(pickRuns(all, [c, a, b], b).baseline, 2);
    equal(pickRuns(all, [c, a], b).baseline, 0);
  });

  it("knows nothing of runs that are not in it", () => {
    deepEqual(pickRuns(all, [{ store: "/other", experiment: "0", run: "x" }], null).runs, []);
  });
});

describe("the models of some of the runs", () => {
  it("lose the rows that none of them has", () => {
    const none = { rows: [], hidden: 0 };
    const packages = { rows: [{ key: "numpy", values: ["1", "2", null], differs: true }], hidden: 2 };
    const model = { name: "m", reasons: [null, "gone", null], facts: none, inputs: none, outputs: none, packages };
    const [picked] = pickModels([model], refs, pick(refs, [1]));
    deepEqual(
      [picked?.reasons, picked?.packages],
      [["gone"], { rows: [{ key: "numpy", values: ["2"], differs: false }], hidden: 2 }],
    );
    deepEqual(pickModels([model], refs, pick(refs, [2])), []);
  });

  it("have nothing of runs that are not held", () => {
    const none = { rows: [], hidden: 0 };
    const packages = { rows: [{ key: "numpy", values: ["1"], differs: false }], hidden: 0 };
    const model = { name: "m", reasons: [null], facts: none, inputs: none, outputs: none, packages };
    const [first, second] = refs;
    const [picked] = pickModels(
      [model],
      pick(refs, [0]),
      [second, first].flatMap((ref) => ref ?? []),
    );
    deepEqual(picked?.reasons, [null, null]);
    deepEqual(picked?.packages.rows, [{ key: "numpy", values: [null, "1"], differs: true }]);
  });
});

/** Without the ids, which the runs of a test have from their places. */
function inShort({ runs, attributes, ...rest }: Comparison) {
  return { ...rest, labels: runs.map(({ label }) => label), attributes: attributes.filter(({ key }) => key !== "id") };
}

function pick<T>(items: readonly T[], places: readonly number[]): T[] {
  return places.flatMap((place) => items.slice(place, place + 1));
}
