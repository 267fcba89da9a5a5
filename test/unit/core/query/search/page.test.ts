import { deepEqual, equal } from "node:assert/strict";
import { outcomeOf } from "../../../../../src/core/query/fault.ts";
import { checkedMost, offsetOf, pageOf, pageToken } from "../../../../../src/core/query/search/page.ts";

describe("page tokens", () => {
  const offset = (token: string | null) => {
    const outcome = outcomeOf(() => offsetOf(token));
    return outcome.ok ? outcome.value : outcome.problem.kind;
  };

  it("are MLflow's: base64 of an offset as JSON", () => {
    equal(pageToken(2), "eyJvZmZzZXQiOiAyfQ==");
    equal(offset(pageToken(12345)), 12345);
    deepEqual([offset(null), offset("")], [0, 0]);
    equal(offset(btoa('{"offset": "7"}')), 7);
    equal(offset("eyJvZmZzZ\nXQiOiAyfQ=="), 2);
  });

  it("are refused when they are not", () => {
    for (const token of [
      "x",
      "%%%%",
      btoa("{}"),
      btoa('{"offset": 0}'),
      btoa('{"offset": "x"}'),
      btoa("[1]"),
      btoa("null"),
      btoa('{"offset": -3}'),
    ]) {
      equal(offset(token), "bad-page-token", token);
    }
  });

  it("lead to the next page while there is one", () => {
    deepEqual(pageOf(["a", "b", "c"], 0, 2), { items: ["a", "b"], nextPageToken: pageToken(2) });
    deepEqual(pageOf(["a", "b", "c"], 2, 2), { items: ["c"], nextPageToken: null });
    deepEqual(pageOf(["a", "b"], 0, 2), { items: ["a", "b"], nextPageToken: null });
    deepEqual(pageOf(["a"], 5, 2), { items: [], nextPageToken: null });
  });
});

describe("max_results", () => {
  it("is what MLflow allows, or its own where none is said", () => {
    const bounds = { fallback: 100, least: 1, most: 1000 };
    deepEqual([checkedMost(null, bounds), checkedMost(1, bounds), checkedMost(1000, bounds)], [100, 1, 1000]);
    for (const asked of [0, -1, 1001, Number.NaN]) {
      const outcome = outcomeOf(() => checkedMost(asked, bounds));
      equal(outcome.ok ? "ok" : outcome.problem.kind, "max-results");
    }
  });
});
