import assert from "node:assert/strict";
import { DEFAULT_CHOICES, readChoices } from "../../../../src/editor/tree/choices.ts";
import { viewMessage } from "../../../../src/editor/tree/viewMessage.ts";

describe("readChoices", () => {
  it("reads back what was kept", () => {
    const kept = {
      order: { by: { metric: "rmse" }, descending: false },
      grouping: "day",
      filter: "x",
      onlyProblems: true,
      showDeleted: true,
    };
    assert.deepEqual(readChoices(JSON.parse(JSON.stringify(kept)), DEFAULT_CHOICES), kept);
  });

  it("takes nothing that it does not know", () => {
    const strange = { order: { by: "colour", descending: 1 }, grouping: "moon", filter: 7, showDeleted: "no" };
    assert.deepEqual(readChoices(strange, DEFAULT_CHOICES), DEFAULT_CHOICES);
    assert.deepEqual(readChoices(undefined, DEFAULT_CHOICES), DEFAULT_CHOICES);
  });
});

describe("viewMessage", () => {
  it("is empty where all is as usual", () => assert.equal(viewMessage(DEFAULT_CHOICES), ""));

  it("says what is left out and how runs are ordered", () => {
    const order = { by: { metric: "rmse" }, descending: false };
    const text = viewMessage({ ...DEFAULT_CHOICES, filter: "lstm", order, showDeleted: true });
    assert.equal(text, "Filter: lstm · Sorted by rmse, lowest first · Deleted runs shown");
  });
});
