import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parseTarget } from "../../src/core/verify/target.ts";
import type { Answer } from "../support/damage/answers.ts";
import { buildHealthyStore } from "../support/damage/healthyStore.ts";
import { mendableDamages, WHOLE_AGAIN } from "../support/damage/mendable.ts";
import { GitRepo } from "../support/gitRepo.ts";
import { mendStore } from "../support/mending.ts";

const HEALTHY = "nothing done at all";

/**
 * Damages copies of one store, mends them, and asks the real MLflow what it makes of them: it must open, show and migrate
 * each as the store that nothing was done to. Returns how many differ.
 */
export async function compareMends(python: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mlflow-runs-mends-"));
  try {
    const stores: Record<string, string> = {};
    for (const name of [HEALTHY, ...WHOLE_AGAIN]) stores[name] = await mendedStore(join(folder, name), name);
    writeFileSync(join(folder, "stores.json"), JSON.stringify(stores));
    const out = join(folder, "answers.json");
    const { status, stderr } = spawnSync(
      python,
      ["-W", "ignore", "test/mlflow/record_damage.py", folder, out, "--migrate"],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    if (status !== 0) throw new Error(stderr);
    const answers: Readonly<Record<string, Answer>> = JSON.parse(readFileSync(out, "utf8")).damages;
    const whole = answers[HEALTHY];
    const differing = WHOLE_AGAIN.filter((name) => !isDeepStrictEqual(shown(answers[name], name), shown(whole, name)));
    for (const name of differing) console.log(`${name}, mended: ${JSON.stringify(answers[name])}`);
    console.log(`mends: ${WHOLE_AGAIN.length} damaged stores mended, ${differing.length} are not as good as new`);
    return differing.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What MLflow shows; how many rows it migrates only where the damage itself took none away. */
function shown(answer: Answer | undefined, name: string): unknown {
  if (answer === undefined) return null;
  const { migration, ...rest } = answer;
  const isLost = /^metric|params folder/.test(name);
  return { ...rest, exit: migration?.exit, rows: isLost ? null : migration?.rows };
}

async function mendedStore(folder: string, name: string): Promise<string> {
  const store = join(folder, "mlruns");
  mkdirSync(store, { recursive: true });
  buildHealthyStore(store);
  new GitRepo(folder).commit();
  mendableDamages.find((damage) => damage.name === name)?.apply(store);
  for (const text of ["mlflow-3.18", "migration"]) {
    const target = parseTarget(text);
    if (target !== null) await mendStore(store, { target });
  }
  return store;
}
