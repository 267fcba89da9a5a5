import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../../../src/core/model/finding.ts";
import type { Level } from "../../../../src/core/verify/rule.ts";
import type { DriverCalls } from "../../../../src/engine/disk/driver.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import { buildHealthyStore } from "../../../support/damage/healthyStore.ts";
import { addModels } from "../../../support/damage/models.ts";
import { failingCalls, shortReads } from "../../../support/faultyCalls.ts";

/** What a fault is called in a finding. */
const WORDS: Readonly<Record<string, RegExp>> = {
  EACCES: /permission denied/,
  EIO: /input\/output error/,
  EMFILE: /too many files are open/,
  ENOENT: /vanished|is missing|has no|is not|are not|none (of|is)/,
};

describe("verify with a fault at every file call in turn", function () {
  this.timeout(60_000);
  let folder = "";
  let store = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-faults-"));
    store = join(folder, "mlruns");
    const { experiments } = buildHealthyStore(store);
    addModels(store);
    // Something is found in every run, so that it is seen whether the rest is still verified.
    for (const run of experiments.flatMap(({ runs }) => runs)) {
      writeFileSync(join(run.folder, "params", "odd"), Buffer.from([0xff]));
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const verified = async (level: Level, calls?: DriverCalls): Promise<readonly string[]> => {
    const ref = { key: store, kind: "file", base: folder, label: "mlruns" } as const;
    const request = { target: { kind: "data" }, level, only: null } as const;
    const { findings, stores, unfinished } = await verifyStores(folder, [ref], request, calls ? { calls } : {});
    equal(unfinished, null);
    const closed = stores.flatMap(({ error }) => (error === null ? [] : [`closed mlruns ${error}`]));
    return [...closed, ...findings.map(lineOf)];
  };

  /** Fails each call in turn; how many there were. */
  const inTurn = async (level: Level, code: string): Promise<number> => {
    const whole = await verified(level);
    equal(whole.filter((line) => line.startsWith("MLR209")).length, level === "quick" ? 0 : 4);
    for (let nth = 0; ; nth++) {
      const calls = failingCalls(nth, code);
      const found = await verified(level, calls);
      if (calls.seen.failed === null) return nth;
      compare(calls.seen.failed.slice(folder.length + 1), code, whole, found);
    }
  };

  for (const [level, codes] of [
    ["quick", ["EIO"]],
    ["full", ["EACCES", "EIO", "EMFILE", "ENOENT"]],
    ["bytes", ["EIO"]],
  ] as const) {
    for (const code of codes) {
      it(`${code} at the level ${level}: the rest is verified, the fault named, and nothing untrue said`, async () => {
        ok((await inTurn(level, code)) > (level === "quick" ? 30 : 60));
      });
    }
  }

  it("a file that vanishes while it is read is named as that", async () => {
    for (let nth = 0; ; nth++) {
      const calls = failingCalls(nth, "ENOENT");
      const found = await verified("full", calls);
      if (calls.seen.failed === null) break;
      if (!/params\/lr$/.test(calls.seen.failed)) continue;
      ok(
        found.some((line) => /params\/lr:null It cannot be read: it vanished/.test(line)),
        found.join("\n"),
      );
    }
  });

  for (const [name, most] of [
    ["of half of what was asked for", null],
    ["of seven bytes", 7],
  ] as const) {
    it(`a read ${name} is no damage`, async () => {
      const whole = await verified("bytes");
      if (most !== null) {
        deepEqual(await verified("bytes", shortReads(null, most)), whole);
        return;
      }
      for (let nth = 0; ; nth++) {
        const calls = shortReads(nth, null);
        deepEqual(await verified("bytes", calls), whole, calls.seen.path ?? "");
        if (calls.seen.path === null) break;
      }
    });
  }
});

/** A finding; of addresses, which are counted over many runs, only the experiment. */
function lineOf({ rule, experiment, file, line, message }: Finding): string {
  return rule === "MLR425" ? `${rule} mlruns/${experiment}` : `${rule} ${file}:${line} ${message}`;
}

/** Holds what was found while one path could not be read against what is found of the whole store. */
function compare(path: string, code: string, whole: readonly string[], found: readonly string[]): void {
  const added = found.filter((line) => !whole.includes(line));
  // A folder that is not there holds nothing, and nobody can tell that from one that vanishes.
  if (code !== "ENOENT") ok(added.length > 0, `${path} failed silently`);
  for (const line of added) ok(WORDS[code]?.test(line) || isOf(path, code, line), `${path}: ${line}`);
  for (const line of whole) ok(found.includes(line) || isAround(path, line), `${path} hides ${line}`);
}

/** Whether a finding is of what the system says is not there. */
function isOf(path: string, code: string, line: string): boolean {
  return code === "ENOENT" && isAround(path, line);
}

/** Whether a finding's file lies below a path, or above it; a run or model whose folder cannot be read is one. */
function isAround(path: string, line: string): boolean {
  const file = line.split(" ")[1]?.replace(/:(null|\d+)$/, "") ?? "";
  return file.startsWith(path) || path.startsWith(file) || path === "";
}
