import { deepEqual } from "node:assert/strict";
import { parseStatus } from "../../../../src/engine/git/status.ts";

describe("Git's status", () => {
  it("reads every kind of line, and passes over what it does not know", () => {
    const hashes = `${"a".repeat(40)} ${"b".repeat(40)}`;
    const line = (xy: string, path: string) => `1 ${xy} N... 100644 100644 100644 ${hashes} ${path}`;
    const conflict = `u UU N... 100644 100644 100644 100644 ${hashes} ${"c".repeat(40)} both sides`;
    const fields = [line(".M", "a b"), line("A.", "new"), line(".D", "gone"), line("D.", "gone too"), conflict];
    deepEqual(parseStatus([...fields, "? x/", "! y z", "# branch.oid x", "nonsense", ""]), {
      changes: [
        { path: "a b", kind: "modified" },
        { path: "new", kind: "added" },
        { path: "gone", kind: "deleted" },
        { path: "gone too", kind: "deleted" },
        { path: "both sides", kind: "unmerged" },
        { path: "x/", kind: "untracked" },
      ],
      ignored: ["y z"],
    });
  });
});
