import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Level } from "../../../../src/core/verify/rule.ts";
import type { Verification } from "../../../../src/core/verify/verified.ts";
import { InOrder } from "../../../../src/engine/verify/part/inOrder.ts";
import { verifyStores } from "../../../../src/engine/verify/verify.ts";
import type { Shards } from "../../../../src/engine/worker/shards.ts";
import { buildDamagedCrowd } from "../../../support/damage/crowd.ts";
import { builtShards } from "../../../support/shards.ts";
import { buildStore } from "../../../support/store.ts";

describe("verify in several threads", function () {
  this.timeout(60_000);
  let folder = "";
  let shards: Shards | null = null;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-threads-"));
    shards = builtShards(folder);
    buildDamagedCrowd(join(folder, "mlruns"));
  });

  after(async () => {
    await shards?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const verified = (level: Level, threads: Shards | null, store = join(folder, "mlruns")): Promise<Verification> => {
    const ref = { key: store, kind: "file", base: folder, label: "mlruns" } as const;
    return verifyStores(folder, [ref], { target: { kind: "data" }, level, only: null }, { shards: threads });
  };

  for (const level of ["quick", "full", "bytes"] as const) {
    it(`finds at the level ${level} what one thread finds, in the same order, of every damaged store and fixture`, async () => {
      const alone = await verified(level, null);
      const together = await verified(level, shards);
      equal(alone.unfinished, null);
      ok(alone.findings.length > (level === "quick" ? 200 : 300), `${alone.findings.length}`);
      deepEqual(together, alone);
    });
  }

  it("keeps the same of very many findings, and counts the rest", async () => {
    const store = join(folder, "many");
    const keys = Array.from({ length: 30 }, (_, i) => [`bad(${i})`, "1"] as const);
    buildStore(store, {
      experiments: [{ runs: Array.from({ length: 450 }, () => ({ params: Object.fromEntries(keys) })) }],
    });
    const alone = await verified("full", null, store);
    deepEqual(await verified("full", shards, store), alone);
    const refused = alone.findings.filter(({ rule }) => rule === "MLR208").length;
    const [untold] = alone.untold.filter(({ rule }) => rule === "MLR208");
    equal(refused, 10_000);
    equal(untold?.count, 450 * 30 - 10_000);
    // 333 whole runs and 10 keys of another are kept.
    equal(untold?.runs, 450 - 334);
  });

  it("answers as soon as it is cancelled, and says that it did not come to its end", async () => {
    const cancel = new AbortController();
    const ref = { key: join(folder, "mlruns"), kind: "file", base: folder, label: "mlruns" } as const;
    const request = { target: { kind: "data" }, level: "full", only: null } as const;
    let told = 0;
    const progress = (): void => {
      told++;
      cancel.abort();
    };
    const { unfinished } = await verifyStores(folder, [ref], request, { shards, progress, signal: cancel.signal });
    equal(unfinished, "it was interrupted.");
    await new Promise((later) => setTimeout(later, 20));
    equal(told, 1);
  });
});

describe("parts of work in their order", () => {
  it("are handed on in the order of their places, each once, as soon as all before it are there", () => {
    const taken: string[] = [];
    const order = new InOrder<string>((part) => taken.push(part));
    const [a, b, c] = [order.place(), order.place(), order.place()];
    order.put(c, "c");
    deepEqual(taken, []);
    order.put(a, "a");
    deepEqual(taken, ["a"]);
    order.put(b, "b");
    deepEqual(taken, ["a", "b", "c"]);
  });
});
