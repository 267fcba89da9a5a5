import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { decode } from "../../../../src/core/files/bytes.ts";
import type { FilesRequest, Reply } from "../../../../src/core/files/scan.ts";
import { diskCalls } from "../../../../src/engine/disk/calls.ts";
import { ConcurrentDriver } from "../../../../src/engine/disk/concurrentDriver.ts";
import { SyncDriver } from "../../../../src/engine/disk/syncDriver.ts";

interface Seen {
  readonly reply: Reply;
  readonly files: readonly (readonly [name: string, text: string])[];
  readonly failed: readonly string[];
}

/** Runs a request by one driver and tells everything that it handed over. */
async function ask(
  answer: (requests: readonly FilesRequest[]) => readonly Reply[] | Promise<readonly Reply[]>,
  changes: Partial<FilesRequest> = {},
): Promise<Seen> {
  const files: [string, string][] = [];
  const failed: string[] = [];
  const request: FilesRequest = {
    ...{ op: "files", path: "run/metrics", limit: 100, depth: 2, skips: (_, name) => name === ".keep" },
    take: (below, name, file) => {
      files.push([below + name, file.op === "read" ? decode(file.data, file.start, file.end) : file.code]);
      return true;
    },
    fails: (name, code) => failed.push(`${name} ${code}`),
    ...changes,
  };
  const [reply = { op: "failure", code: "none" } as const] = await answer([request]);
  return { reply, files: files.sort(), failed };
}

describe("the files below a folder", () => {
  let root = "";

  const put = (path: string, text = path): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  const byBoth = async (changes?: Partial<FilesRequest>): Promise<Seen> => {
    const sync = new SyncDriver(root);
    const concurrent = new ConcurrentDriver(root);
    const quick = await ask((requests) => sync.answer(requests), changes);
    const slow = await ask((requests) => concurrent.answer(requests), changes);
    assert.deepEqual(slow, quick);
    return quick;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "mlflow-runs-files-"));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("are handed over by their path below it, and what is no file is the reply", async () => {
    put("run/metrics/loss", "1");
    put("run/metrics/val/loss", "2");
    put("run/metrics/.keep");
    put("run/metrics/val/.keep");
    symlinkSync("loss", join(root, "run/metrics/val/link"));
    const { reply, files, failed } = await byBoth();
    assert.deepEqual(files, [
      ["loss", "1"],
      ["val/loss", "2"],
    ]);
    assert.deepEqual(reply, { op: "list", entries: [{ name: "val/link", kind: "link" }] });
    assert.deepEqual(failed, []);
  });

  it("are refused beyond the limit, and left where they lie too deep", async () => {
    put("run/metrics/long", "x".repeat(101));
    put("run/metrics/full", "x".repeat(100));
    put("run/metrics/a/b/near", "1");
    put("run/metrics/a/b/c/far", "2");
    const { reply, files } = await byBoth();
    assert.deepEqual(files, [
      ["a/b/near", "1"],
      ["full", "x".repeat(100)],
      ["long", "too-large"],
    ]);
    assert.deepEqual(reply, { op: "list", entries: [{ name: "a/b/c", kind: "folder" }] });
  });

  it("end where no more are wanted", async () => {
    for (let i = 0; i < 200; i++) put(`run/metrics/m${i}`, "1");
    let taken = 0;
    await byBoth({ take: () => ++taken % 70 !== 0 });
    assert.equal(taken, 140);
  });

  it("are a failure where the folder is not there, and one below that cannot be listed is named", async () => {
    const { reply } = await byBoth();
    assert.deepEqual(reply, { op: "failure", code: "ENOENT" });
    put("run/metrics/loss", "1");
    put("run/metrics/val/loss", "2");
    const driver = new SyncDriver(root, {
      ...diskCalls,
      readdir: (path) => {
        if (path.endsWith("/val")) throw Object.assign(new Error("no"), { code: "EACCES" });
        return diskCalls.readdir(path);
      },
    });
    const { files, failed } = await ask((requests) => driver.answer(requests));
    assert.deepEqual(files, [["loss", "1"]]);
    assert.deepEqual(failed, ["val EACCES"]);
  });
});
