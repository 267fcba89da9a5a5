import { deepStrictEqual, strictEqual } from "node:assert";
import { WHOLE } from "../../../src/core/compare/placePoints.ts";
import { FIRST_STATE } from "../../../src/protocol/compareState.ts";
import { runHostGuards } from "../../../src/protocol/runGuards.ts";
import { parseRunsState, runsHostGuards } from "../../../src/protocol/runsGuards.ts";

const ref = { store: "/a/mlruns", experiment: "0", run: "abc" };
const owner = { kind: "run", ref } as const;

describe("what pages may send", () => {
  it("takes what a page of ours sends", () => {
    for (const view of [WHOLE, { axis: { metric: "epoch" }, range: [-1, 2.5], smoothing: 0.6 }]) {
      deepStrictEqual(runHostGuards.series(["loss", 1000, view]), ["loss", 1000, view]);
    }
    deepStrictEqual(runHostGuards.artifacts([owner, ""]), [owner, ""]);
    deepStrictEqual(runHostGuards.openProblem([{ store: "/a", file: "0/meta.yaml", line: null }])?.length, 1);
    deepStrictEqual(runsHostGuards.unpin([ref]), [ref]);
    const request = { groups: [{ name: "a", refs: [ref] }], key: "loss", view: WHOLE, band: "std", maxPoints: 500 };
    deepStrictEqual(runsHostGuards.bands([request]), [request]);
    strictEqual(runsHostGuards.saveFile(["loss.svg", new Uint8Array(3)])?.length, 2);
  });

  it("refuses everything else", () => {
    strictEqual(runHostGuards.load([1]), null);
    strictEqual(runHostGuards.series(["loss"]), null);
    strictEqual(runHostGuards.series(["loss", Number.POSITIVE_INFINITY, WHOLE]), null);
    strictEqual(runHostGuards.series(["loss", 1e9, WHOLE]), null);
    strictEqual(runHostGuards.series(["loss", 1000, { ...WHOLE, axis: "epoch" }]), null);
    strictEqual(runHostGuards.series(["loss", 1000, { ...WHOLE, range: [0, Number.POSITIVE_INFINITY] }]), null);
    strictEqual(runHostGuards.series(["loss", 1000, { ...WHOLE, smoothing: 1 }]), null);
    strictEqual(runHostGuards.open([{ ...ref, more: 1 }, { toSide: true }]), null);
    strictEqual(runHostGuards.artifacts([{ kind: "other" }, ""]), null);
    strictEqual(runHostGuards.preview([owner, "x".repeat(20_000)]), null);
    strictEqual(runHostGuards.openProblem([{ store: "/a", file: "f", line: 0 }]), null);
    strictEqual(runsHostGuards.saveFile(["loss.svg", "text"]), null);
    strictEqual(runsHostGuards.saveFile(["", new Uint8Array(3)]), null);
    strictEqual(runsHostGuards.series(["k", [{}], 100, WHOLE]), null);
  });

  it("reads of a kept state where the editor stood, or nothing", () => {
    const place = { store: "/a", experiments: ["1"] };
    const state = { refs: [ref], compare: FIRST_STATE, place, tab: "trend", baseline: ref };
    deepStrictEqual(parseRunsState(state), { place, tab: "trend", pins: { refs: [ref], baseline: ref } });
    const first = { place: null, tab: "compare", pins: { refs: [ref], baseline: null } };
    deepStrictEqual(parseRunsState({ refs: [ref] }), first);
    deepStrictEqual(parseRunsState({ refs: [ref], place: "all", tab: "?", baseline: 1 }), first);
    strictEqual(parseRunsState({ ...state, refs: "all" }), null);
    strictEqual(parseRunsState(undefined), null);
  });

  it("takes what changes an editor", () => {
    deepStrictEqual(runsHostGuards.setPinned([[ref], true]), [[ref], true]);
    strictEqual(runsHostGuards.setPinned([Array(501).fill(ref), true]), null);
    deepStrictEqual(runsHostGuards.setBaseline([null]), [null]);
    strictEqual(runsHostGuards.showTab(["models"]), null);
  });
});
