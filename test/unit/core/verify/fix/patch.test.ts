import { deepEqual, equal, match } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { filePatch } from "../../../../../src/core/verify/fix/patch/patch.ts";

const bytes = (text: string | null) => (text === null ? null : new Uint8Array(Buffer.from(text, "latin1")));
const patch = (path: string, before: string | null, after: string | null) =>
  filePatch({ path, before: bytes(before), after: bytes(after) });

describe("a patch of one file", () => {
  it("reads as Git's own does", () => {
    const before = `${Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join("")}end`;
    const after = before.replace("line 2\n", "").replace("line 15\n", "");
    equal(
      Buffer.from(patch("mlruns/0/a b", before, after)).toString(),
      [
        "diff --git a/mlruns/0/a b b/mlruns/0/a b",
        "--- a/mlruns/0/a b\t",
        "+++ b/mlruns/0/a b\t",
        "@@ -1,6 +1,5 @@",
        ...[" line 0", " line 1", "-line 2", " line 3", " line 4", " line 5"],
        "@@ -13,7 +12,6 @@",
        ...[" line 12", " line 13", " line 14", "-line 15", " line 16", " line 17", " line 18", ""],
      ].join("\n"),
    );
  });

  it("says where a last line has no end", () => {
    match(
      Buffer.from(patch("m", "a\nb", "a\n")).toString(),
      /@@ -1,2 \+1,1 @@\n a\n-b\n\\ No newline at end of file\n$/,
    );
  });

  describe("is taken by git apply", () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "patch-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const applied = (path: string, before: string | null, after: string | null): string | null => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      rmSync(file, { force: true });
      if (before !== null) writeFileSync(file, bytes(before) ?? "");
      const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: "1", GIT_CEILING_DIRECTORIES: tmpdir() };
      execFileSync("git", ["apply", "-"], { cwd: folder, env, input: patch(path, before, after), stdio: "pipe" });
      return existsSync(file) ? readFileSync(file, "latin1") : null;
    };

    it("for files that are new, that go, and that are empty", () => {
      equal(applied("new", null, "a\r\nb"), "a\r\nb");
      equal(applied("gone", "a\nb", null), null);
      equal(applied("m/.gitkeep", "", null), null);
      equal(applied("filled", "", "a\n"), "a\n");
    });

    it("whatever they are called", () => {
      for (const path of [
        'a "b" c',
        "tab\there",
        "gr\u00f6\u00dfe/\u5b9f\u9a13",
        "back\\slash",
        "b/a b/ x",
        "new\nline",
        "\u{1f680}",
      ]) {
        equal(applied(path, "x\ny\n", "y\n"), "y\n", path);
      }
    });

    it("whatever they hold: bytes of any encoding, line ends of any kind", () => {
      const part = fc.constantFrom(
        "a\n",
        "b\n",
        "a\r\n",
        "\n",
        "\xff\xfe\n",
        "\xef\xbb\xbfx\n",
        "-\n",
        "+++ b/x\n",
        "\\ No\n",
        "a\rb\n",
      );
      const text = fc
        .tuple(fc.array(part, { maxLength: 25 }), fc.constantFrom("", "end", "a"))
        .map(([lines, end]) => lines.join("") + end);
      fc.assert(
        fc.property(text, text, fc.array(fc.boolean(), { maxLength: 25 }), (a, b, kept) => {
          const fewer = a
            .split(/(?<=\n)/)
            .filter((_, i) => kept[i] !== false)
            .join("");
          for (const [before, after] of [
            [a, b],
            [a, fewer],
            [fewer, a],
          ] as const) {
            if (before !== after) deepEqual(applied("metrics/rmse", before, after), after);
          }
        }),
        { numRuns: 60 },
      );
    });
  });
});
