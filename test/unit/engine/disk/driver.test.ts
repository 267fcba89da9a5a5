import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "../../../../src/core/files/bytes.ts";
import type { Scan } from "../../../../src/core/files/scan.ts";
import type { Problem } from "../../../../src/core/model/problem.ts";
import type { RunDetail } from "../../../../src/core/model/run.ts";
import { IN_FLIGHT } from "../../../../src/engine/disk/concurrentDriver.ts";
import { Driver, type DriverCalls, GOOD_FOR_REQUESTS } from "../../../../src/engine/disk/driver.ts";
import { openFileReader } from "../../../../src/engine/disk/reader.ts";
import { failingCalls, slowCalls } from "../../../support/faultyCalls.ts";
import { buildStore } from "../../../support/store.ts";

async function readAll(store: string, calls?: DriverCalls): Promise<{ runs: RunDetail[]; problems: Problem[] }> {
  const reader = openFileReader({ key: store, kind: "file", base: store, label: "." }, calls);
  const { experiments, problems } = await reader.experiments();
  const runs: RunDetail[] = [];
  for (const { experiment, runs: folders } of experiments) {
    for await (const batch of reader.details(experiment.folder, folders)) runs.push(...batch);
  }
  return { runs, problems: [...problems, ...runs.flatMap((run) => run.problems)] };
}

describe("the drivers of the scan", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-driver-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const code of ["EIO", "EACCES", "ENOENT", "EMFILE"]) {
    it(`${code} at any one file call costs only what that call was for, and is named`, async () => {
      buildStore(folder, {
        experiments: [
          { runs: [{ params: { lr: "1" }, metrics: { loss: [1, 2] }, tags: { a: "b" } }, { params: { lr: "2" } }] },
        ],
      });
      const whole = await readAll(folder);
      assert.deepEqual(whole.problems, []);
      let nth = 0;
      for (; ; nth++) {
        const calls = failingCalls(nth, code);
        const { runs, problems } = await readAll(folder, calls);
        if (calls.seen.failed === null) break;
        const path = calls.seen.failed.slice(folder.length + 1);
        // A folder that is not there holds nothing, and nobody can tell that from one that vanishes.
        assert.ok(code === "ENOENT" || problems.length > 0, `${path} failed silently`);
        const touched = whole.runs.find((run) => path.includes(run.info.folder));
        if (touched) {
          const others = runs.filter((run) => run.info.folder !== touched.info.folder);
          assert.deepEqual(
            others,
            whole.runs.filter((run) => run.info.folder !== touched.info.folder),
            path,
          );
        }
      }
      assert.ok(nth > 10);
    });
  }

  it("sends many calls at once where each waits, and reads the same", async () => {
    buildStore(folder, {
      experiments: [{ runs: Array.from({ length: 20 }, (_, i) => ({ params: { lr: String(i) } })) }],
    });
    const quick = await readAll(folder);
    const calls = slowCalls(2);
    const slow = await readAll(folder, calls);
    assert.deepEqual(slow, quick);
    assert.ok(calls.seen.most > 8, `${calls.seen.most} in flight`);
    assert.ok(calls.seen.most <= IN_FLIGHT, `${calls.seen.most} in flight`);
  });

  it("does not take a disk for slow because a busy machine delays some calls", async () => {
    buildStore(folder, { experiments: [{ runs: Array.from({ length: 20 }, () => ({ params: { lr: "1" } })) }] });
    const calls = slowCalls(3, 3);
    await readAll(folder, calls);
    assert.equal(calls.seen.most, 0);
  });

  it("looks again at a disk that was slow, and stays with one that still is", async () => {
    writeFileSync(join(folder, "file"), "");
    function* scan(): Scan<void> {
      for (let i = 0; i < GOOD_FOR_REQUESTS + 100; i++) yield [{ op: "stat", path: "file" }];
    }
    for (const [slow, calls] of [
      [false, slowCalls(2, 1, 20)],
      [true, slowCalls(1)],
    ] as const) {
      const driver = new Driver(folder, calls);
      await driver.run(scan());
      assert.ok(calls.seen.most > 0, "it was slow at first");
      assert.equal(driver.isSlow, slow);
    }
  });

  it("keeps the bytes of several scans under way apart", async () => {
    const names = Array.from({ length: 300 }, (_, i) => `file${i}`);
    for (const name of names) writeFileSync(join(folder, name), name);
    function* scan(name: string): Scan<string> {
      for (let round = 0; round < 3; round++) {
        const [reply] = yield [{ op: "read", path: name, limit: 100, beyond: "cut" }];
        if (reply?.op !== "read" || decode(reply.data, reply.start, reply.end) !== name) return `not ${name}`;
      }
      return name;
    }
    const driver = new Driver(folder);
    assert.deepEqual(await Promise.all(names.map((name) => driver.run(scan(name)))), names);
  });

  it("stays synchronous on a disk that answers at once", async () => {
    buildStore(folder, { experiments: [{ runs: Array.from({ length: 20 }, () => ({ params: { lr: "1" } })) }] });
    const calls = slowCalls(0);
    await readAll(folder, calls);
    assert.equal(calls.seen.most, 0);
  });
});
