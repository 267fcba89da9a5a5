import assert from "node:assert/strict";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SeriesStream } from "../../../src/core/compare/seriesStream.ts";
import { PIECE } from "../../../src/core/files/metricFolder.ts";
import { diskCalls, promisedDiskCalls } from "../../../src/engine/disk/calls.ts";
import { openFileReader } from "../../../src/engine/disk/reader.ts";
import { openEngine } from "../../../src/engine/local.ts";
import { buildStore } from "../../support/store.ts";

const RUN = "a".repeat(32);
const POINTS = 1_000_000;
const START = 1_709_193_600_000;

/** A metric that falls, with one spike and one gap, written as MLflow does. */
function writeLong(file: string): void {
  const to = openSync(file, "w");
  for (let from = 0; from < POINTS; from += 50_000) {
    const lines = Array.from({ length: 50_000 }, (_, i) => `${START + from + i} ${textAt(from + i)} ${from + i}\n`);
    writeSync(to, lines.join(""));
  }
  closeSync(to);
}

function textAt(i: number): string {
  if (i === 654_321) return "99.5";
  return i === 222_222 ? "nan" : String(1 / (1 + i / 1000));
}

describe("a metric of a million points", function () {
  this.timeout(60_000);
  let folder = "";
  const view = { axis: "step", range: null, smoothing: 0 } as const;

  before(() => {
    folder = join(mkdtempSync(join(tmpdir(), "mlflow-runs-long-")), "mlruns");
    buildStore(folder, { experiments: [{ id: "1", name: "long", runs: [{ id: RUN, metrics: { loss: [0.5] } }] }] });
    mkdirSync(join(folder, "1", RUN, "metrics"), { recursive: true });
    writeLong(join(folder, "1", RUN, "metrics", "loss"));
  });
  after(() => rmSync(join(folder, ".."), { recursive: true }));

  it("is read in pieces, and of its points some thousand are held, whoever asks", async () => {
    let longest = 0;
    const sync: typeof diskCalls = {
      ...diskCalls,
      read: (fd, buffer, offset, length, position) => {
        longest = Math.max(longest, length, buffer.length);
        return diskCalls.read(fd, buffer, offset, length, position);
      },
    };
    const promised: typeof promisedDiskCalls = {
      ...promisedDiskCalls,
      readPiece: async (path, piece) => {
        longest = Math.max(longest, piece.length);
        return promisedDiskCalls.readPiece(path, piece);
      },
    };
    const store = { key: folder, kind: "file", base: folder, label: "mlruns" } as const;
    const reader = openFileReader(store, { sync, promised });
    for await (const [record] of reader.records("1", [RUN])) {
      const [loss] = record?.metrics ?? [];
      assert.deepEqual([loss?.count, loss?.max, loss?.first], [POINTS, 99.5, 1]);
    }
    const stream = new SeriesStream(view, 1000);
    let held = 0;
    await reader.points("1", RUN, ["loss"], () => ({
      add: (timestamp, value, step) => {
        stream.add(timestamp, value, step);
        held = Math.max(held, stream.held);
      },
    }));
    assert.equal(stream.series({ store: folder, experiment: "1", run: RUN }, "loss").points, POINTS);
    assert.ok(held <= 8192 + 64, `${held} points were held`);
    assert.ok(longest <= 4 * PIECE, `${longest} bytes were held`);
    await reader.close();
  });

  it("is answered by the engine with its spike and its gap, and in full where little of it is asked for", async () => {
    const engine = openEngine({ shardScript: null });
    const store = { key: folder, kind: "file", base: folder, label: "mlruns" } as const;
    await engine.open({ stores: [store], cacheFolder: null, watch: false });
    await engine.settled();
    const ref = { store: folder, experiment: "1", run: RUN };
    const [whole] = await engine.series([ref], "loss", 1000, view);
    assert.equal(whole?.points, POINTS);
    assert.ok((whole?.values.length ?? 0) <= 1000);
    assert.equal(
      whole?.values.reduce((a, b) => Math.max(a, Number.isNaN(b) ? a : b)),
      99.5,
    );
    assert.ok(whole?.values.some(Number.isNaN));
    const [part] = await engine.series([ref], "loss", 1000, { ...view, range: [654_300, 654_340] });
    assert.deepEqual([part?.points, part?.values.length, part?.x[0]], [43, 43, 654_299]);
    assert.deepEqual(await engine.series([ref], "none", 1000, view), []);
    await engine.close();
  });
});
