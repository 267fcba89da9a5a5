import { deepEqual, equal } from "node:assert/strict";
import type { ComparedFile, FileContents } from "../../../../../../src/core/model/comparedFiles.ts";
import { ContentsStore } from "../../../../../../src/webview/runs/compare/files/contentsStore.ts";

const file = (path: string, sizes: readonly number[] = [1, 1]): ComparedFile => ({
  path,
  files: sizes.map((size, run) => ({ run, size, path })),
});
const turn = () => new Promise((done) => setTimeout(done));

describe("what is known of files' bytes", () => {
  it("is asked for once, when it is first wanted, and told", async () => {
    const asked: string[] = [];
    let changes = 0;
    const store = new ContentsStore(
      async ({ path }) => {
        asked.push(path);
        return [0, 1];
      },
      () => changes++,
    );
    deepEqual([store.of(file("a")), store.of(file("a"))], [null, null]);
    await turn();
    deepEqual([store.of(file("a")), asked, changes], [[0, 1], ["a"], 1]);
  });

  it("is not asked for where no two files have one size", async () => {
    const store = new ContentsStore(
      () => Promise.reject(new Error("asked")),
      () => undefined,
    );
    equal(store.of(file("a", [1, 2])), null);
    await turn();
    equal(store.of(file("a", [1, 2])), null);
  });

  it("is asked for a few at a time, and goes on where one fails", async () => {
    const answers: ((contents: FileContents | null) => void)[] = [];
    const store = new ContentsStore(
      () =>
        new Promise((resolve, reject) => {
          answers.push((contents) => (contents === null ? reject(new Error("no")) : resolve(contents)));
        }),
      () => undefined,
    );
    for (const path of ["a", "b", "c", "d", "e", "f"]) store.of(file(path));
    await turn();
    equal(answers.length, 4);
    answers[0]?.(null);
    await turn();
    equal(answers.length, 5);
    deepEqual(store.of(file("a")), []);
  });
});
