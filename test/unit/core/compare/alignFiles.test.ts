import { deepEqual } from "node:assert/strict";
import { alignFiles, type ShownFile } from "../../../../src/core/compare/alignFiles.ts";

const file = (shown: string, size = 1): ShownFile => ({ shown, path: shown, size });

describe("the files of several runs by path", () => {
  it("stand in natural order, each with the runs that have it", () => {
    const rows = alignFiles([[file("step10.png"), file("a.txt")], [], [file("step2.png"), file("a.txt", 2)]]);
    deepEqual(
      rows.map(({ path, files }) => [path, files.map(({ run, size }) => `${run}:${size}`).join(" ")]),
      [
        ["a.txt", "0:1 2:2"],
        ["step2.png", "2:1"],
        ["step10.png", "0:1"],
      ],
    );
  });

  it("take the first of two files of a run with one path", () => {
    deepEqual(alignFiles([[file("model/MLmodel", 1), { ...file("model/MLmodel", 2), model: "m-1" }]])[0]?.files, [
      { run: 0, path: "model/MLmodel", size: 1 },
    ]);
  });

  it("keep hostile names as they are", () => {
    deepEqual(
      alignFiles([[file("__proto__")], [file("constructor")]]).map(({ path }) => path),
      ["__proto__", "constructor"],
    );
  });
});
