import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../../../../src/core/model/problem.ts";
import type { RunDetail } from "../../../../src/core/model/run.ts";
import { openFileReader } from "../../../../src/engine/disk/reader.ts";
import { buildHealthyStore, damages, HEALTHY, isPossible } from "../../../support/damage.ts";

async function readAll(store: string): Promise<{ problems: Problem[]; runs: RunDetail[] }> {
  const reader = openFileReader({ key: store, kind: "file", base: store, label: "." });
  const { experiments, problems } = await reader.experiments();
  const found = [...problems];
  const runs: RunDetail[] = [];
  for (const { experiment, runs: folders } of experiments) {
    for await (const batch of reader.details(experiment.folder, folders)) runs.push(...batch);
  }
  for (const run of runs) found.push(...run.problems);
  const contents = await reader.contents(experiments);
  return { problems: found.concat(contents.problems), runs };
}

describe("a damaged store", () => {
  let folder = "";
  let whole: RunDetail[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mlflow-runs-damage-"));
    buildHealthyStore(join(folder, "mlruns"));
    whole = (await readAll(join(folder, "mlruns"))).runs;
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is healthy to begin with", async () => {
    assert.deepEqual((await readAll(join(folder, "mlruns"))).problems, []);
    assert.ok(whole.length >= 2);
    assert.ok(Object.keys(HEALTHY).length > 0);
  });

  for (const damage of damages.filter(isPossible)) {
    it(`${damage.healthy ? "takes" : "names"}: ${damage.name}`, async () => {
      const store = join(folder, "mlruns");
      damage.apply(store);
      const { problems, runs } = await readAll(store);
      const others = runs.filter((run) => whole.some((known) => known.info.folder === run.info.folder));
      assert.ok(others.length >= whole.length - 1, "the other runs still show");
      if (damage.healthy) {
        assert.deepEqual(problems, []);
        return;
      }
      const named = problems.filter(
        (problem) =>
          (damage.file === undefined || problem.file === damage.file) &&
          (damage.line === undefined || problem.line === damage.line) &&
          (damage.reason === undefined || damage.reason.test(problem.reason)),
      );
      assert.ok(named.length > 0, JSON.stringify(problems, null, 1));
    });
  }
});
