import { equal } from "node:assert/strict";
import { posix, win32 } from "node:path";
import { isWithin } from "../../../../src/engine/disk/within.ts";

describe("isWithin", () => {
  for (const [root, candidate, expected] of [
    ["/a/b", "/a/b", true],
    ["/a/b", "/a/b/c", true],
    ["/a/b/", "/a/b/c", true],
    ["/", "/etc", true],
    ["/a/b", "/a/bc", false],
    ["/a/b", "/a", false],
    ["/a/b", "/a/b/../c", false],
    ["/a/b", "/a/b/..c", true],
    ["/a/b", "/A/b/c", false],
    ["/a/b", "b/c", false],
    ["a", "a/b", false],
  ] as const) {
    it(`${expected ? "finds" : "does not find"} ${candidate} in ${root}`, () => {
      equal(isWithin(root, candidate, posix), expected);
    });
  }

  for (const [root, candidate, expected] of [
    ["C:\\a", "c:\\A\\b", true],
    ["C:\\a", "C:/a/b", true],
    ["C:\\a", "C:\\ab", false],
    ["C:\\a", "D:\\a\\b", false],
    ["C:\\a", "\\\\?\\C:\\a\\b", true],
    ["\\\\?\\C:\\a", "C:\\a\\b", true],
    ["\\\\?\\UNC\\server\\share", "\\\\server\\share\\x", true],
    ["\\\\server\\share", "\\\\server\\other\\x", false],
    ["C:\\a", "C:\\a\\..\\b", false],
    ["C:\\a", `C:\\a\\${"x".repeat(300)}`, true],
    ["C:\\a", "a\\b", false],
  ] as const) {
    it(`${expected ? "finds" : "does not find"} ${candidate.slice(0, 30)} in ${root} on Windows`, () => {
      equal(isWithin(root, candidate, win32), expected);
    });
  }
});
