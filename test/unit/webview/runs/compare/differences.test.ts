import { deepEqual } from "node:assert/strict";
import { compareGroups, linesOf } from "../../../../../src/webview/runs/compare/compareGroups.ts";
import { differencesOf, nextDifference } from "../../../../../src/webview/runs/compare/differences.ts";
import { compareParts } from "../../../../../src/webview/runs/compare/parts/compareParts.ts";
import { placeOfKey } from "../../../../../src/webview/runs/compare/placeOfKey.ts";
import { comparison, metric, value } from "./given.ts";

const given = comparison(2, {
  metrics: [metric("loss", [1, 2])],
  params: [value("lr", ["1", "2"]), value("seed", ["1", "1"]), value("size", ["1", "2"])],
});
const lines = linesOf(
  compareGroups(compareParts(given, [], "last"), { onlyDifferences: false, filter: "" }),
  new Set(),
);

describe("going from difference to difference", () => {
  const differences = differencesOf(lines);

  it("stops at what differs, not at headings or equal rows", () => {
    deepEqual(differences, [1, 3, 5]);
  });

  it("goes on from where one is, round the ends", () => {
    const path = [null, 1, 2, 5].map((from) => nextDifference(differences, from, 1));
    deepEqual(path, [1, 3, 3, 1]);
    deepEqual(
      [null, 1, 4].map((from) => nextDifference(differences, from, -1)),
      [5, 5, 3],
    );
    deepEqual(nextDifference([], 3, 1), null);
  });
});

describe("the place of a key", () => {
  it("is its line, or its column where runs are rows", () => {
    deepEqual(placeOfKey(lines, false, "params", "lr"), { row: 3, column: -1 });
    deepEqual(placeOfKey(lines, true, "params", "lr"), { row: -1, column: 1 });
    deepEqual(placeOfKey(lines, false, "metrics", "lr"), null);
  });
});
