import { deepEqual, equal } from "node:assert/strict";
import { groupTitle } from "../../../../src/webview/runs/table/cells/groupTitle.ts";
import { COMMIT, isByCommit, shortCommit } from "../../../../src/webview/runs/table/columns/commit.ts";
import { groupingTitle } from "../../../../src/webview/runs/table/toolbar/groupingTitle.ts";

const HASH = "0123456789abcdef0123456789abcdef01234567";
const now = () => 0;

describe("runs grouped by commit", () => {
  it("are called by the commit in short", () => {
    equal(groupTitle(HASH, { grouping: COMMIT, now }), "01234567");
    equal(groupingTitle({ by: COMMIT }), "commit");
  });

  it("keep what is no hash, and other tags whole", () => {
    equal(shortCommit("main, dirty"), "main, dirty");
    equal(groupTitle(HASH, { grouping: { kind: "tag", key: "sha" }, now }), HASH);
    equal(groupTitle(null, { grouping: COMMIT, now }), "(none)");
    deepEqual([isByCommit("day"), isByCommit(null), isByCommit(COMMIT)], [false, false, true]);
  });
});
