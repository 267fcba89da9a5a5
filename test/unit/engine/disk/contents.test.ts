import { deepEqual } from "node:assert/strict";
import { join } from "node:path";
import { contentsOf } from "../../../../src/engine/disk/contents.ts";
import { temporaryFolder } from "./tree.ts";

describe("which files hold the same bytes", () => {
  const folder = temporaryFolder();
  const contents = (...names: readonly (string | null)[]) =>
    contentsOf(names.map((name) => (name === null ? null : join(folder.path, name))));

  it("goes by the bytes, not by the size alone", async () => {
    folder.make({ a: "one", b: "two", c: "one", d: "longer" });
    deepEqual(await contents("a", "b", "c", "d"), [0, 1, 0, 2]);
  });

  it("takes two empty files for the same", async () => {
    folder.make({ a: "", b: "" });
    deepEqual(await contents("a", "b"), [0, 0]);
  });

  it("says nothing of what is not there, is a folder or a link", async () => {
    folder.make({ a: "one", "sub/": "", l: { link: "a" } });
    deepEqual(await contents("a", "gone", "sub", "l", null), [0, null, null, null, null]);
  });
});
