import assert from "node:assert/strict";
import type { RunRef } from "../../../../src/core/model/run.ts";
import { MOST_PINNED, PinSet } from "../../../../src/editor/runs/pinSet.ts";

const ref = (run: string): RunRef => ({ store: "/s", experiment: "0", run });
const runs = (pins: PinSet) => pins.refs.map(({ run }) => run);

describe("the pinned runs", () => {
  it("stand in the order they were pinned, each once", () => {
    const pins = new PinSet({ refs: [ref("b"), ref("a"), ref("b")], baseline: null });
    assert.equal(pins.add([ref("a"), ref("c")]), 0);
    assert.deepEqual(runs(pins), ["b", "a", "c"]);
    pins.arrange([ref("c"), ref("nobody"), ref("b")]);
    assert.deepEqual(runs(pins), ["c", "b", "a"]);
  });

  it("of two experiments or stores are different runs", () => {
    const pins = new PinSet({ refs: [ref("a"), { ...ref("a"), store: "/t" }], baseline: null });
    assert.equal(pins.refs.length, 2);
  });

  it("have a baseline that is one of them, and lose it with the run", () => {
    const pins = new PinSet({ refs: [ref("a"), ref("b")], baseline: ref("b") });
    pins.setBaseline(ref("nobody"));
    assert.deepEqual(pins.pins.baseline, ref("b"));
    pins.arrange([ref("b")]);
    assert.deepEqual(pins.pins.baseline, ref("b"));
    pins.remove([ref("b")]);
    pins.add([ref("b")]);
    assert.equal(pins.pins.baseline, null);
    pins.setBaseline(ref("b"));
    pins.setBaseline(null);
    assert.equal(pins.pins.baseline, null);
  });

  it("are 500 at most, and it is said how many more there were", () => {
    const pins = new PinSet();
    const many = Array.from({ length: MOST_PINNED + 3 }, (_, i) => ref(`r${i}`));
    assert.equal(pins.add(many), 3);
    assert.equal(pins.refs.length, 500);
    assert.equal(pins.add([ref("r0")]), 0);
  });
});
