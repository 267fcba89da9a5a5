import { deepEqual } from "node:assert/strict";
import type { ComparedFile } from "../../../../../../src/core/model/comparedFiles.ts";
import { fileEntries } from "../../../../../../src/webview/runs/compare/files/entries.ts";
import { samenessOf } from "../../../../../../src/webview/runs/compare/files/sameness.ts";

const file = (path: string, sizes: Readonly<Record<number, number>>): ComparedFile => ({
  path,
  files: Object.entries(sizes).map(([run, size]) => ({ run: Number(run), size, path })),
});

describe("how a run's file stands to the baseline's", () => {
  const given = file("a", { 0: 5, 1: 5, 3: 7, 4: 5 });
  const of = (runs: readonly number[], baseline: number, contents: readonly (number | null)[] | null) =>
    runs.map((run) => samenessOf(given, run, baseline, contents));

  it("is told by size where sizes differ", () => {
    deepEqual(of([0, 1, 2, 3], 0, null), ["baseline", "unknown", "absent", "differs"]);
  });

  it("is told by the bytes where sizes are the same", () => {
    deepEqual(of([1, 3, 4], 0, [0, 0, 1, 2]), ["same", "differs", "differs"]);
    deepEqual(of([1], 0, [0, null, 1, 2]), ["unknown"]);
  });

  it("is that it is the only one where the baseline has none", () => {
    deepEqual(of([0, 2], 2, null), ["only", "absent"]);
  });
});

describe("the list of artifacts", () => {
  const image = "images/val#a+step+1+timestamp+1+4c16fbe3-9921-45b8-a705-f525d18674fc.png";
  const files = { rows: [file("a.txt", { 0: 1 }), file(image, { 0: 1 })], reasons: [null], cut: false };
  const titles = (filter: string) => fileEntries(files, filter).map(({ kind, title }) => `${kind} ${title}`);

  it("has logged images by key, then files, as far as they match", () => {
    deepEqual(titles(""), ["images val/a", "file a.txt"]);
    deepEqual(titles("TXT"), ["file a.txt"]);
  });
});
