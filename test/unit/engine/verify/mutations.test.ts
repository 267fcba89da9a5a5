import { deepEqual, ok } from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildHealthyStore } from "../../../support/damage/healthyStore.ts";
import { addModels } from "../../../support/damage/models.ts";
import { findingsOf } from "../../../support/verifying.ts";

/** Whether every byte is tried, which takes minutes, and not a sample: `EVERY_BYTE=1 npm run unit`. */
const EVERY_BYTE = process.env.EVERY_BYTE === "1";
const SAMPLE = 240;

/** What is done to one byte of a file. */
const MUTATIONS = {
  flipped: (data: Buffer, at: number) => Buffer.from(data.map((byte, i) => (i === at ? byte ^ (1 << (at % 8)) : byte))),
  deleted: (data: Buffer, at: number) => Buffer.concat([data.subarray(0, at), data.subarray(at + 1)]),
  duplicated: (data: Buffer, at: number) => Buffer.concat([data.subarray(0, at + 1), data.subarray(at)]),
} as const;

/** Files whose text is anybody's: whatever stands there may have been logged. */
const FREE = /\/(params|tags|artifacts)\//;

describe("verify of a store with one byte flipped, deleted or duplicated", function () {
  this.timeout(EVERY_BYTE ? 3_600_000 : 120_000);
  let folder = "";
  let store = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-mutations-"));
    store = join(folder, "mlruns");
    buildHealthyStore(store);
    addModels(store);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it("comes to its end, and notices most of what is done to metrics and metadata", async () => {
    const whole = await findingsOf(store);
    const tally = new Map<string, { tried: number; unnoticed: number }>();
    for (const one of chosen(store)) {
      const kind = kindOf(one.file);
      const { tried, unnoticed } = tally.get(kind) ?? { tried: 0, unnoticed: 0 };
      const isNoticed = await isNoticedIn(store, one, JSON.stringify(whole));
      tally.set(kind, { tried: tried + 1, unnoticed: unnoticed + (isNoticed ? 0 : 1) });
    }
    if (EVERY_BYTE) console.log([...tally]);
    deepEqual([...tally.keys()].sort(), ["metadata", "metrics", "texts"]);
    for (const kind of ["metrics", "metadata"]) {
      const { tried = 0, unnoticed = 0 } = tally.get(kind) ?? {};
      ok(unnoticed < tried, `${kind}: ${unnoticed} of ${tried}`);
    }
    deepEqual(await findingsOf(store), whole);
  });
});

function kindOf(file: string): "texts" | "metrics" | "metadata" {
  if (FREE.test(file)) return "texts";
  return file.includes("/metrics/") ? "metrics" : "metadata";
}

/** Whether a mutation changes what is found; the file is as before afterwards. */
async function isNoticedIn(store: string, { file, at, mutation }: Chosen, whole: string): Promise<boolean> {
  const data = readFileSync(file);
  writeFileSync(file, MUTATIONS[mutation](data, at));
  const found = await findingsOf(store);
  writeFileSync(file, data);
  return JSON.stringify(found) !== whole;
}

interface Chosen {
  readonly file: string;
  readonly at: number;
  readonly mutation: keyof typeof MUTATIONS;
}

/** Every byte with every mutation, or a sample that is the same each time. */
function chosen(store: string): readonly Chosen[] {
  const files = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = files.flatMap((entry): Chosen[] => {
    const file = join(entry.parentPath, entry.name);
    const places = Array.from({ length: readFileSync(file).length }, (_, at) => at);
    return places.flatMap((at) => [
      { file, at, mutation: "flipped" },
      { file, at, mutation: "deleted" },
      { file, at, mutation: "duplicated" },
    ]);
  });
  if (EVERY_BYTE) return all;
  let seed = 42;
  return Array.from({ length: SAMPLE }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return all[seed % all.length];
  }).filter((one) => one !== undefined);
}
